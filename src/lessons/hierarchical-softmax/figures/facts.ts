import { huffmanTree } from '../../../models/softmax/huffman.ts';
import {
  balancedTree,
  depthOf,
  entropyBits,
  expectedDepth,
  type SoftmaxTree,
} from '../../../models/softmax/tree.ts';

/** Words of the vocabulary in the text and the checkpoints. */
export const WORDS = 10_000;
/** How often the most frequent of them occurs. */
export const MOST = 60_000;

/** Counts of a given vocabulary: the word of rank r occurs 1/r times as often as the first one, as words do, about (Zipf). */
export function zipfCounts(words: number, most: number): Float64Array {
  return Float64Array.from({ length: words }, (_, i) => Math.round(most / (i + 1)));
}

/** Occurrences of all words below a child, which is a node, or a leaf written as ~leaf. */
function countBelow(tree: SoftmaxTree, counts: Float64Array, child: number): number {
  if (child < 0) return counts[~child] ?? 0;
  return [tree.left, tree.right].reduce((sum, side) => sum + countBelow(tree, counts, side[child] ?? 0), 0);
}

function factsOf(counts: Float64Array) {
  const huffman = huffmanTree(counts);
  const balanced = balancedTree(counts.length);
  const depths = Array.from({ length: counts.length }, (_, leaf) => depthOf(balanced, leaf));
  const tokens = counts.reduce((sum, count) => sum + count, 0);
  const durian = counts.length - 1;
  const above = huffman.left.findIndex((child, n) => child === ~durian || huffman.right[n] === ~durian);
  return {
    tokens,
    /** Leaf 0. */
    the: { count: counts[0] ?? 0, share: (counts[0] ?? 0) / tokens, depth: depthOf(huffman, 0) },
    /** The last leaf. */
    durian: {
      count: counts[durian] ?? 0,
      share: (counts[durian] ?? 0) / tokens,
      depth: depthOf(huffman, durian),
      /** Its own occurrences and those of all else below the node above it. */
      together: countBelow(huffman, counts, above),
    },
    expected: expectedDepth(huffman, counts),
    entropy: entropyBits(counts),
    balanced: {
      least: Math.min(...depths),
      most: Math.max(...depths),
      expected: expectedDepth(balanced, counts),
    },
  };
}

let known: ReturnType<typeof factsOf> | null = null;

/** What the two trees over the given vocabulary are like; made when it is first asked for. */
export function treeFacts(): ReturnType<typeof factsOf> {
  known ??= factsOf(zipfCounts(WORDS, MOST));
  return known;
}
