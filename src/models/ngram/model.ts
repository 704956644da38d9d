import type { NgramCounts } from './counts.ts';

/** One context's part in an interpolated probability, from the longest context to none. */
export interface NgramLevel {
  /** n: tokens of the n-gram, the foretold one included. */
  readonly n: number;
  /** c(h w), or N₁₊(· h w) in the shorter orders of Kneser–Ney. */
  readonly count: number;
  /** Its sum over all w. */
  readonly total: number;
  /** Different tokens seen after h. */
  readonly kinds: number;
  /** What is taken off every count; 0 where nothing is. */
  readonly discount: number;
  /** The part that this context says by itself. */
  readonly own: number;
  /** The share that is left for the next shorter context. */
  readonly rest: number;
}

/** A distribution over the next token, given the n − 1 tokens before it (Markov's assumption). */
export interface NgramModel {
  readonly order: number;
  readonly vocabulary: number;
  /**
   * P(token | context); only the context's last n − 1 tokens matter. NaN where the model has nothing to divide by: a context
   * that was never seen, without smoothing.
   */
  probability(context: ArrayLike<number>, token: number): number;
  /** P(· | context), shape (V). */
  distribution(context: ArrayLike<number>): Float64Array;
  /** How the probability comes about, the longest context first. */
  explain(context: ArrayLike<number>, token: number): readonly NgramLevel[];
}

/** The last n − 1 tokens, fewer at the start of a text. */
export function markov(context: ArrayLike<number>, order: number): readonly number[] {
  return Array.from(context).slice(Math.max(0, context.length - order + 1));
}

/** Counts of a context and of one token after it; all 0 for a context that was never seen. */
export function countsAfter(
  counts: NgramCounts,
  context: ArrayLike<number>,
  token: number,
): { readonly count: number; readonly total: number; readonly kinds: number } {
  const node = counts.find(context);
  if (node === null) return { count: 0, total: 0, kinds: 0 };
  const { total, kinds } = counts.totals(node, 'count');
  const follower = counts.child(node, token);
  return { count: follower === null ? 0 : counts.count(follower), total, kinds };
}

/** P(w | h) of every w, one by one. */
export function distributionOf(
  { vocabulary, probability }: Pick<NgramModel, 'vocabulary' | 'probability'>,
  context: ArrayLike<number>,
): Float64Array {
  return Float64Array.from({ length: vocabulary }, (_, token) => probability(context, token));
}

/** 1 / V for every token, whatever was before. */
export function uniformModel(vocabulary: number): NgramModel {
  const probability = () => 1 / vocabulary;
  return {
    order: 1,
    vocabulary,
    probability,
    distribution: () => new Float64Array(vocabulary).fill(1 / vocabulary),
    explain: () => [
      { n: 0, count: 1, total: vocabulary, kinds: vocabulary, discount: 0, own: 1 / vocabulary, rest: 0 },
    ],
  };
}
