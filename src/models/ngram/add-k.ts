import type { NgramCounts } from './counts.ts';
import { countsAfter, distributionOf, markov, type NgramModel } from './model.ts';

/**
 * P(w | h) = (c(h w) + k) / (c(h ·) + k V): every n-gram is taken to have been seen k times more than it was (Laplace for
 * k = 1, Lidstone 1920). k = 0 is the plain estimate: 0 for an n-gram that was never seen, 0/0 = NaN for such a context.
 * Throws a RangeError for k < 0.
 */
export function addK(counts: NgramCounts, k: number, order = counts.order): NgramModel {
  if (!(k >= 0)) throw new RangeError(`expected k of 0 or more, found ${k}`);
  const { vocabulary } = counts;
  const level = (context: ArrayLike<number>, token: number) => {
    const history = markov(context, order);
    const { count, total, kinds } = countsAfter(counts, history, token);
    const own = (count + k) / (total + k * vocabulary);
    return { n: history.length + 1, count, total, kinds, discount: 0, own, rest: 0 };
  };
  const probability: NgramModel['probability'] = (context, token) => level(context, token).own;
  return {
    order,
    vocabulary,
    probability,
    distribution: (context) => distributionOf({ vocabulary, probability }, context),
    explain: (context, token) => [level(context, token)],
  };
}
