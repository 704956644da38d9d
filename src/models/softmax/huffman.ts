import { checkLeaves, createTree, type SoftmaxTree } from './tree.ts';

/** One merge: the two lightest trees become the children of a new inner node. */
export interface Merge {
  /** Number of the new inner node: 0 is the first merge, V − 2 the root. */
  readonly node: number;
  /** Child as in `SoftmaxTree`: an inner node, or ~class. The lighter of both; of equals the one that was there first. */
  readonly left: number;
  readonly right: number;
  /** Sum of both. */
  readonly count: number;
}

/**
 * Huffman's construction (Huffman 1952), merge by merge, for counts ≥ 0. Of equal counts the tree that was there first is
 * taken: leaves before inner nodes, later classes before earlier ones, as word2vec does. Throws a RangeError when there is no
 * count, or one is negative or not finite.
 */
export function huffmanMerges(counts: ArrayLike<number>): readonly Merge[] {
  checkCounts(counts);
  // Two queues, both in ascending order: what is lightest is at the head of one of them (van Leeuwen 1976).
  const leaves = Array.from(counts, (count, leaf) => ({ child: ~leaf, count })).sort(
    (a, b) => a.count - b.count || a.child - b.child,
  );
  const merges: Merge[] = [];
  let [leaf, inner] = [0, 0];
  const lightest = () => {
    const [a, b] = [leaves[leaf], merges[inner]];
    if (a && (!b || a.count <= b.count)) {
      leaf++;
      return a;
    }
    return { child: inner, count: merges[inner++]!.count };
  };
  for (let node = 0; node < counts.length - 1; node++) {
    const [first, second] = [lightest(), lightest()];
    merges.push({ node, left: first.child, right: second.child, count: first.count + second.count });
  }
  return merges;
}

/** The tree whose expected depth is the least that any tree over these counts has. */
export function huffmanTree(counts: ArrayLike<number>): SoftmaxTree {
  const merges = huffmanMerges(counts);
  const left = Int32Array.from(merges, (merge) => merge.left);
  const right = Int32Array.from(merges, (merge) => merge.right);
  return createTree(counts.length, merges.length > 0 ? merges.length - 1 : ~0, left, right);
}

function checkCounts(counts: ArrayLike<number>): void {
  checkLeaves(counts.length);
  const bad = Array.from(counts).findIndex((count) => !(count >= 0 && count < Number.POSITIVE_INFINITY));
  if (bad >= 0) throw new RangeError(`count ${bad} is ${counts[bad]}; a count is a number from 0`);
}
