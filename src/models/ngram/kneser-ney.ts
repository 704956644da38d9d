import { type Measure, type NgramCounts, ROOT } from './counts.ts';
import { markov, type NgramLevel, type NgramModel } from './model.ts';

/** D of each n, index n − 1. */
export type Discounts = readonly number[];

/** Where no n-gram was seen exactly once or twice there is nothing to estimate from. */
const UNKNOWN_DISCOUNT = 0.5;

/**
 * Interpolated Kneser–Ney smoothing (Kneser & Ney 1995, in the form of Chen & Goodman 1999):
 * P(w | h) = max(c(h w) − D, 0) / c(h ·) + D N₁₊(h ·) / c(h ·) · P(w | h′), h′ without its first token. Below the longest
 * order c is the number of different tokens seen before an n-gram: "Francisco" is frequent, but only after "San". What the
 * single tokens leave goes to all V alike, so nothing has probability 0. An unseen context hands on to the shorter one.
 */
export function kneserNey(
  counts: NgramCounts,
  discounts: Discounts = estimateDiscounts(counts),
  order = counts.order,
): NgramModel {
  const { vocabulary } = counts;
  const explain = (context: ArrayLike<number>, token: number) =>
    levels(counts, discounts, markov(context, order), order, token);
  return {
    order,
    vocabulary,
    explain,
    probability(context, token) {
      return explain(context, token).reduceRight(
        (shorter, { own, rest }) => own + rest * shorter,
        1 / vocabulary,
      );
    },
    distribution: (context) => distribution(counts, discounts, markov(context, order), order),
  };
}

/** D = n₁ / (n₁ + 2 n₂) of each order (Ney, Essen & Kneser 1994), n_k being the n-grams counted exactly k times. */
export function estimateDiscounts(counts: NgramCounts, order = counts.order): Discounts {
  return Array.from({ length: order }, (_, i) => {
    const measure = measureOf(i + 1, order);
    const [once, twice] = [1, 2].map((value) => counts.countOfCounts(i + 1, measure, value)) as [
      number,
      number,
    ];
    return once > 0 && twice > 0 ? once / (once + 2 * twice) : UNKNOWN_DISCOUNT;
  });
}

/** What an order counts: how often, in the longest n-grams; after how many different tokens, in the shorter ones. */
function measureOf(n: number, order: number): Measure {
  return n === order ? 'count' : 'continuations';
}

function levels(
  counts: NgramCounts,
  discounts: Discounts,
  history: readonly number[],
  order: number,
  token: number,
): readonly NgramLevel[] {
  return Array.from({ length: history.length + 1 }, (_, skipped) => {
    const context = history.slice(skipped);
    const n = context.length + 1;
    const { measure, node, total, kinds, discount } = contextOf(counts, discounts, context, order);
    const follower = node === null ? null : counts.child(node, token);
    const count = follower === null ? 0 : counts[measure](follower);
    const own = total > 0 ? Math.max(count - discount, 0) / total : 0;
    return { n, count, total, kinds, discount, own, rest: restOf({ total, kinds, discount }) };
  });
}

/** What a context was followed by, in the measure of its order. */
function contextOf(counts: NgramCounts, discounts: Discounts, context: readonly number[], order: number) {
  const n = context.length + 1;
  const measure = measureOf(n, order);
  const node = counts.find(context);
  const totals = node === null ? { total: 0, kinds: 0 } : counts.totals(node, measure);
  return { measure, node, ...totals, discount: discounts[n - 1] ?? UNKNOWN_DISCOUNT };
}

function restOf({ total, kinds, discount }: Pick<NgramLevel, 'total' | 'kinds' | 'discount'>): number {
  return total > 0 ? (discount * kinds) / total : 1;
}

/** All of P(· | h) at once: from 1 / V up through the longer contexts. */
function distribution(
  counts: NgramCounts,
  discounts: Discounts,
  history: readonly number[],
  order: number,
): Float64Array {
  const result = new Float64Array(counts.vocabulary).fill(1 / counts.vocabulary);
  for (let skipped = history.length; skipped >= 0; skipped--) {
    const { measure, node, ...context } = contextOf(counts, discounts, history.slice(skipped), order);
    if (context.total === 0) continue;
    const rest = restOf(context);
    for (let v = 0; v < result.length; v++) result[v]! *= rest;
    for (const [token, follower] of counts.followers(node ?? ROOT)) {
      const left = counts[measure](follower) - context.discount;
      if (token < counts.vocabulary && left > 0) result[token]! += left / context.total;
    }
  }
  return result;
}
