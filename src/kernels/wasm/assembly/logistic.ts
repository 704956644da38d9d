import { activate } from './activations';
import { Embedding } from './embedding';
import { madd, splat, sumLanes } from './vector';

/* From scores to steps: a logistic regression for each row that foretells a word. */

const SOFTPLUS: i32 = 8;
/** −1 / ln 2, and where 2^t is taken to have its limit. */
const NEGATIVE_LOG2E: f32 = -1.4426950408889634;
const HIGHEST: f32 = 126;
/** 1.5 · 2^23, and the offset of a float's exponent. */
const SHIFT: f32 = 12582912 + 127;

/**
 * σ(z), with few operations that wait for one another, for scores are waited for: error below 1.1e-7, relative error below 7e-7 for
 * |z| ≤ 10 and 4e-6 for all that is above 1.2e-38; what is smaller is that. NaN stays NaN. 2^f for |f| ≤ ½ is a polynomial with the
 * relative error 7.5e-8.
 */
// @ts-ignore: decorator
@inline
function sigmoidSoon(z: v128): v128 {
  const t = f32x4.pmax(f32x4.pmin(f32x4.mul(z, splat(NEGATIVE_LOG2E)), splat(HIGHEST)), splat(-HIGHEST));
  const shifted = f32x4.add(t, splat(SHIFT));
  const f = f32x4.sub(t, f32x4.sub(shifted, splat(SHIFT)));
  const square = f32x4.mul(f, f);
  const low = madd(f, splat(0.69314694), splat(1));
  const middle = madd(f, splat(0.055507135), splat(0.2402212));
  const high = madd(f, splat(0.0013276466), splat(0.009675541));
  const power = madd(square, madd(square, high, middle), low);
  const one = splat(1);
  return f32x4.div(one, madd(power, i32x4.shl(shifted, 23), one));
}

/** `scores` to `steps`, both from byte `at` on: η · times · (label − σ(score)) of each row that is listed. Returns the loss when it is measured, else 0. */
export function logisticSteps(e: Embedding, at: i32, count: i32, rate: f32, measured: bool): f64 {
  let loss: f64 = 0;
  for (let r = 0; r < count << 2; r += 16) {
    const label = v128.load(e.labels + r);
    const times = v128.load(e.times + r);
    const z = v128.load(e.scores + at + r);
    const scale = f32x4.mul(splat(rate), times);
    v128.store(e.steps + at + r, f32x4.mul(scale, f32x4.sub(label, sigmoidSoon(z))));
    if (measured) {
      // −ln σ(z) = softplus(−z) for yes, −ln σ(−z) = softplus(z) for no.
      const signed = f32x4.mul(z, f32x4.sub(splat(1), f32x4.add(label, label)));
      loss += sumLanes(f32x4.mul(times, activate(SOFTPLUS, signed)));
    }
  }
  return loss;
}
