/**
 * A binary tree over the classes of a softmax (Morin & Bengio 2005). Its leaves are the classes 0 … V − 1; its V − 1 inner nodes
 * each carry a vector. A child is an inner node's number, or ~c (−1 − c) for the leaf of class c.
 */
export interface SoftmaxTree {
  /** V. */
  readonly leaves: number;
  /** Number of the topmost inner node; ~0 when there is one leaf and no inner node. */
  readonly root: number;
  /** Where bit 0 leads, one an inner node. */
  readonly left: Int32Array;
  /** Where bit 1 leads. */
  readonly right: Int32Array;
  /** Where each leaf's path begins in `nodes` and `bits`, and after the last one their length: V + 1 numbers. */
  readonly starts: Int32Array;
  /** Inner nodes on the way from the root to each leaf, end to end. */
  readonly nodes: Int32Array;
  /** The turn taken at each of them: a leaf's code. */
  readonly bits: Uint8Array;
}

/** Depth of a leaf: inner nodes on its path. */
export function depthOf({ starts }: Pick<SoftmaxTree, 'starts'>, leaf: number): number {
  return starts[leaf + 1]! - starts[leaf]!;
}

/** A leaf's turns as a string of 0 and 1. */
export function codeOf({ starts, bits }: Pick<SoftmaxTree, 'starts' | 'bits'>, leaf: number): string {
  return bits.subarray(starts[leaf], starts[leaf + 1]).join('');
}

/** The tree of these inner nodes. Throws a RangeError when some leaf is not reached exactly once from the root. */
export function createTree(leaves: number, root: number, left: Int32Array, right: Int32Array): SoftmaxTree {
  const depths = new Int32Array(leaves).fill(-1);
  visitLeaves({ root, left, right }, (leaf, nodes) => {
    if (depths[leaf] !== -1) throw new RangeError(`leaf ${leaf} has no place of its own among ${leaves}`);
    depths[leaf] = nodes.length;
  });
  if (depths.includes(-1)) throw new RangeError(`leaf ${depths.indexOf(-1)} is not in the tree`);
  const starts = new Int32Array(leaves + 1);
  for (let leaf = 0; leaf < leaves; leaf++) starts[leaf + 1] = starts[leaf]! + depths[leaf]!;
  const nodes = new Int32Array(starts[leaves]!);
  const bits = new Uint8Array(starts[leaves]!);
  visitLeaves({ root, left, right }, (leaf, path, turns) => {
    nodes.set(path, starts[leaf]);
    bits.set(turns, starts[leaf]);
  });
  return { leaves, root, left, right, starts, nodes, bits };
}

/** Depth first, the left side before the right one, without recursion: a Huffman tree may be as deep as it has leaves. */
function visitLeaves(
  { root, left, right }: Pick<SoftmaxTree, 'root' | 'left' | 'right'>,
  visit: (leaf: number, nodes: readonly number[], bits: readonly number[]) => void,
): void {
  const nodes: number[] = [];
  const bits: number[] = [];
  let at = root;
  for (;;) {
    while (at >= 0) {
      if (nodes.length > left.length) throw new RangeError('the inner nodes form a circle');
      nodes.push(at);
      bits.push(0);
      at = left[at]!;
    }
    visit(~at, nodes, bits);
    while (bits.at(-1) === 1) {
      nodes.pop();
      bits.pop();
    }
    const last = nodes.at(-1);
    if (last === undefined) return;
    bits[bits.length - 1] = 1;
    at = right[last]!;
  }
}

/** Σ p·depth, p being each leaf's share of the counts: inner nodes that one class costs, on average. */
export function expectedDepth(tree: SoftmaxTree, counts: ArrayLike<number>): number {
  let [sum, total] = [0, 0];
  for (let leaf = 0; leaf < tree.leaves; leaf++) {
    sum += counts[leaf]! * depthOf(tree, leaf);
    total += counts[leaf]!;
  }
  return sum / total;
}

/** Entropy −Σ p log₂ p of the counts, bits: no tree's expected depth is below it (Shannon 1948). */
export function entropyBits(counts: ArrayLike<number>): number {
  const values = Array.from(counts);
  const total = values.reduce((sum, count) => sum + count, 0);
  return values.reduce(
    (sum, count) => (count > 0 ? sum - (count / total) * Math.log2(count / total) : sum),
    0,
  );
}

/** The tree with leaves as near to log₂ V deep as can be, in the order of the classes. Throws a RangeError for V < 1. */
export function balancedTree(leaves: number): SoftmaxTree {
  checkLeaves(leaves);
  const left = new Int32Array(leaves - 1);
  const right = new Int32Array(leaves - 1);
  let next = leaves - 1;
  const build = (first: number, count: number): number => {
    if (count === 1) return ~first;
    const node = --next;
    const half = Math.ceil(count / 2);
    left[node] = build(first, half);
    right[node] = build(first + half, count - half);
    return node;
  };
  const root = build(0, leaves);
  return createTree(leaves, root, left, right);
}

/** Throws a RangeError unless there is a class. */
export function checkLeaves(leaves: number): void {
  if (!(Number.isInteger(leaves) && leaves >= 1)) {
    throw new RangeError(`a tree needs a whole number of leaves from 1, found ${leaves}`);
  }
}
