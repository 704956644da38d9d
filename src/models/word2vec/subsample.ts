import type { Random } from '../random.ts';

/**
 * Chance that an occurrence of a word stays in the text, as word2vec computes it: (√(f/t) + 1) · t/f, at most 1, with f the
 * word's share of the tokens. (The paper's own formula, √(t/f), Mikolov et al. 2013, equation 5, drops a little more.) t = 0
 * keeps every one.
 */
export function keepProbability(share: number, threshold: number): number {
  if (threshold <= 0 || share <= 0) return 1;
  return Math.min(1, (Math.sqrt(share / threshold) + 1) * (threshold / share));
}

/** The chance of every word, from its count. */
export function keepProbabilities(counts: ArrayLike<number>, threshold: number): Float64Array {
  const values = Float64Array.from(counts);
  const total = values.reduce((sum, count) => sum + count, 0);
  return values.map((count) => keepProbability(count / total, threshold));
}

/** The tokens that stay. */
export function subsample(ids: Int32Array, keep: Float64Array, random: Random): Int32Array {
  return ids.filter((id) => keep[id]! >= 1 || random.next() < keep[id]!);
}
