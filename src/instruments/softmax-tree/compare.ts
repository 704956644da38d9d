import { huffmanTree } from '../../models/softmax/huffman.ts';
import {
  balancedTree,
  codeOf,
  depthOf,
  entropyBits,
  expectedDepth,
  type SoftmaxTree,
} from '../../models/softmax/tree.ts';

/** A Huffman tree and a balanced one over the same words. */
export interface Comparison {
  readonly huffman: SoftmaxTree;
  readonly balanced: SoftmaxTree;
  /** Σ of the counts; without any there are no shares, and what is made of them is NaN. */
  readonly total: number;
  /** Inner nodes that a word costs on average, Σ p·depth. */
  readonly huffmanDepth: number;
  readonly balancedDepth: number;
  /** −Σ p log₂ p, bits. */
  readonly entropy: number;
  /** log₂ V. */
  readonly uniform: number;
  /** Share of the balanced tree's cost that the Huffman tree saves. */
  readonly saved: number;
}

export function compareTrees(counts: ArrayLike<number>): Comparison {
  const [huffman, balanced] = [huffmanTree(counts), balancedTree(counts.length)];
  const [huffmanDepth, balancedDepth] = [expectedDepth(huffman, counts), expectedDepth(balanced, counts)];
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
  return {
    huffman,
    balanced,
    total,
    huffmanDepth,
    balancedDepth,
    entropy: total > 0 ? entropyBits(counts) : Number.NaN,
    uniform: Math.log2(counts.length),
    saved: 1 - huffmanDepth / balancedDepth,
  };
}

/** A word in both trees. */
export interface WordDepths {
  readonly leaf: number;
  readonly count: number;
  /** p, and −log₂ p in bits: Infinity of a word that never occurs. */
  readonly share: number;
  readonly surprise: number;
  readonly huffman: number;
  readonly balanced: number;
}

export function wordDepths(
  { huffman, balanced, total }: Comparison,
  counts: ArrayLike<number>,
): readonly WordDepths[] {
  return Array.from(counts, (count, leaf) => ({
    leaf,
    count,
    share: count / total,
    surprise: -Math.log2(count / total),
    huffman: depthOf(huffman, leaf),
    balanced: depthOf(balanced, leaf),
  }));
}

/** Words of one place in the plot. */
export interface DepthPoint {
  readonly surprise: number;
  readonly depth: number;
  readonly leaves: readonly number[];
}

/** Words by −log₂ p and depth, those that fall together as one; words that never occur have no place. */
export function depthPoints(
  words: readonly WordDepths[],
  tree: 'huffman' | 'balanced',
): readonly DepthPoint[] {
  const places = new Map<string, { surprise: number; depth: number; leaves: number[] }>();
  for (const word of words) {
    if (!Number.isFinite(word.surprise)) continue;
    const key = `${word.count} ${word[tree]}`;
    const place = places.get(key) ?? { surprise: word.surprise, depth: word[tree], leaves: [] };
    place.leaves.push(word.leaf);
    places.set(key, place);
  }
  return [...places.values()];
}

export const TREE_CSV_HEADS = [
  'word',
  'count',
  'p',
  'bits',
  'huffmanDepth',
  'huffmanCode',
  'balancedDepth',
  'balancedCode',
] as const;

/** Every word with its place in both trees, as a table's rows. */
export function treeRows(
  comparison: Comparison,
  words: readonly string[],
  counts: ArrayLike<number>,
): readonly (readonly (string | number)[])[] {
  return wordDepths(comparison, counts).map(({ leaf, count, share, surprise, ...depths }) => [
    words[leaf] ?? '',
    count,
    share,
    surprise,
    depths.huffman,
    codeOf(comparison.huffman, leaf),
    depths.balanced,
    codeOf(comparison.balanced, leaf),
  ]);
}
