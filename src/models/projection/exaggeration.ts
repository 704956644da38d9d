import { createRandom } from '../random.ts';
import type { SparseP } from './tsne-types.ts';

/** Steps of averaging: each leaves the slower modes more alone. */
const STEPS = 30;

/**
 * The largest exaggeration at which a map that begins small can grow. While all points are near, repulsion is the same between all
 * pairs, and a displacement y moves by (α L − 1/n) y with the Laplacian L of P (Linderman & Steinerberger 2019): once α exceeds
 * 1 / (n λ₂), λ₂ being the least eigenvalue of L that is not 0, every displacement shrinks, and all points run together into one.
 * λ₂ is found from above, so that what is returned errs on the small side; infinite where P falls apart.
 */
export function largestExaggeration(P: SparseP): number {
  const n = P.starts.length - 1;
  const random = createRandom(1);
  let mode = Float64Array.from({ length: n }, () => random.normal());
  for (let step = 0; step < STEPS; step++) mode = averaged(P, centred(mode));
  const slow = centred(mode);
  const squares = slow.reduce((sum, x) => sum + x * x, 0);
  return squares / (n * roughness(P, slow));
}

/** Every number becomes the mean of its neighbours' and its own, by P. */
function averaged({ starts, columns, values }: SparseP, x: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(x, (own, i) => {
    let [sum, weight] = [0, 0];
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      sum += values[at]! * x[columns[at]!]!;
      weight += values[at]!;
    }
    return weight > 0 ? (own + sum / weight) / 2 : own;
  });
}

/** About 0, and of length 1. */
function centred(x: Float64Array): Float64Array<ArrayBuffer> {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const length = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1;
  return Float64Array.from(x, (value) => (value - mean) / length);
}

/** xᵀ L x. */
function roughness({ starts, columns, values }: SparseP, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) sum += values[at]! * (x[i]! - x[columns[at]!]!) ** 2;
  }
  return sum / 2;
}
