import type { SoftmaxTree } from '../models/softmax/tree.ts';

/** What lies under each inner node, by its number. */
export interface SoftmaxTreeSums {
  /** Sum of the leaves' counts. */
  readonly counts: Float64Array;
  /** Number of leaves. */
  readonly leaves: Int32Array;
  /** The inner node above; −1 for the root. */
  readonly parents: Int32Array;
  /** Inner nodes above it: 0 for the root. */
  readonly depths: Int32Array;
}

/** Counts and leaves under every inner node, added up along the leaves' paths. */
export function softmaxTreeSums(tree: SoftmaxTree, counts: ArrayLike<number>): SoftmaxTreeSums {
  const { starts, nodes } = tree;
  const inner = tree.left.length;
  const sums = new Float64Array(inner);
  const leaves = new Int32Array(inner);
  const parents = new Int32Array(inner).fill(-1);
  const depths = new Int32Array(inner);
  for (let leaf = 0; leaf < tree.leaves; leaf++) {
    const start = starts[leaf]!;
    for (let i = start; i < starts[leaf + 1]!; i++) {
      const node = nodes[i]!;
      sums[node]! += counts[leaf]!;
      leaves[node]!++;
      depths[node] = i - start;
      if (i > start) parents[node] = nodes[i - 1]!;
    }
  }
  return { counts: sums, leaves, parents, depths };
}
