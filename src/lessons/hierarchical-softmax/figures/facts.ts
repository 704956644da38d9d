import { huffmanTree } from '../../../models/softmax/huffman.ts';
import { balancedTree, depthOf, entropyBits, expectedDepth } from '../../../models/softmax/tree.ts';

/** Words of the vocabulary in the text and the checkpoints. */
export const WORDS = 10_000;
/** How often the most frequent of them occurs. */
export const MOST = 60_000;

/** Counts of a given vocabulary: the word of rank r occurs 1/r times as often as the first one, as words do, about (Zipf). */
export function zipfCounts(words: number, most: number): Float64Array {
  return Float64Array.from({ length: words }, (_, i) => Math.round(most / (i + 1)));
}

function factsOf(counts: Float64Array) {
  const huffman = huffmanTree(counts);
  const balanced = balancedTree(counts.length);
  const depths = Array.from({ length: counts.length }, (_, leaf) => depthOf(balanced, leaf));
  const tokens = counts.reduce((sum, count) => sum + count, 0);
  const durian = counts.length - 1;
  return {
    tokens,
    /** Leaf 0. */
    the: { count: counts[0] ?? 0, share: (counts[0] ?? 0) / tokens, depth: depthOf(huffman, 0) },
    /** The last leaf. */
    durian: {
      count: counts[durian] ?? 0,
      share: (counts[durian] ?? 0) / tokens,
      depth: depthOf(huffman, durian),
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
