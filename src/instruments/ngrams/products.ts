import type { Columns } from '../../components/plots/curve.ts';
import type { NgramModel } from '../../models/ngram/model.ts';

/** The same product of probabilities in three ways, after 0, 1, 2 … factors. */
export interface Products {
  /** Σ log₁₀ P: what the product is. */
  readonly logs: Float64Array;
  /** The product itself, in numbers of 64 and of 32 bits. */
  readonly doubles: Float64Array;
  readonly singles: Float32Array;
}

/** P of the beginnings of a text, from `ids[1]` on; `ids[0]` is given. At most `most` factors. */
export function productsOf(model: NgramModel, ids: Int32Array, most: number): Products {
  const length = Math.min(most, Math.max(0, ids.length - 1)) + 1;
  const logs = new Float64Array(length);
  const doubles = new Float64Array(length).fill(1);
  const singles = new Float32Array(length).fill(1);
  for (let t = 1; t < length; t++) {
    const context = ids.subarray(Math.max(0, t - model.order + 1), t);
    const probability = model.probability(context, ids[t]!);
    logs[t] = logs[t - 1]! + Math.log10(probability);
    doubles[t] = doubles[t - 1]! * probability;
    singles[t] = Math.fround(singles[t - 1]! * Math.fround(probability));
  }
  return { logs, doubles, singles };
}

/** Factors after which a product is 0; null while it is not. */
export function zeroAt(products: ArrayLike<number>): number | null {
  const found = Array.from(products).indexOf(0);
  return found < 0 ? null : found;
}

/** log₁₀ of a product against the number of factors, up to where it is 0. */
export function logCurve(products: ArrayLike<number>): Columns {
  const length = zeroAt(products) ?? products.length;
  return {
    x: Float64Array.from({ length }, (_, t) => t),
    y: Float64Array.from({ length }, (_, t) => Math.log10(products[t] ?? Number.NaN)),
    length,
  };
}
