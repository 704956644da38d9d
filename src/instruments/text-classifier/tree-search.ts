import type { SoftmaxTree } from '../../models/softmax/tree.ts';
import type { Labelling } from '../../workers/embeddings/protocol.ts';

/** P of reaching each inner node (L − 1): what its leaves have together. */
export function nodeProbabilities(tree: SoftmaxTree, leaves: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(Math.max(0, tree.leaves - 1));
  for (let leaf = 0; leaf < tree.leaves; leaf++) {
    for (let i = tree.starts[leaf]!; i < tree.starts[leaf + 1]!; i++) sums[tree.nodes[i]!]! += leaves[leaf]!;
  }
  return sums;
}

/**
 * Inner nodes that the search best first visited until it had found `count` labels: they are the most probable ones, as many as
 * it counted.
 */
export function visitedNodes(
  tree: SoftmaxTree,
  { probabilities, best }: Pick<Labelling, 'probabilities' | 'best'>,
  count: number,
): ReadonlySet<number> {
  const visited = best[Math.min(count, best.length) - 1]?.visited ?? 0;
  const reached = nodeProbabilities(tree, probabilities);
  const order = Array.from(reached.keys()).sort((a, b) => reached[b]! - reached[a]!);
  return new Set(order.slice(0, visited));
}
