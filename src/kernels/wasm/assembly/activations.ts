import { exp, expm1, madd, sigmoid, splat, tanh } from './vector';

/*
 * Every activation of models/dense/activations.ts beside its derivative, four at a time. The codes are the indices of
 * `ACTIVATION_CODES` in ../plan.ts, which also says for which of them z has to be kept.
 */
export const SIGMOID: i32 = 0;
export const TANH: i32 = 1;
const HARD_SIGMOID: i32 = 2;
const HARD_SIGMOID_TORCH: i32 = 3;
const HARD_TANH: i32 = 4;
const RELU: i32 = 5;
const LEAKY_RELU: i32 = 6;
const ELU: i32 = 7;
const SOFTPLUS: i32 = 8;
const SOFTSIGN: i32 = 9;
const GELU: i32 = 10;
const SILU: i32 = 11;

const LEAKY_SLOPE: f32 = 0.01;

/** y = g(z). */
export function activate(code: i32, z: v128): v128 {
  switch (code) {
    case SIGMOID: return sigmoid(z);
    case TANH: return tanh(z);
    case HARD_SIGMOID: return clip(madd(z, splat(0.2), splat(0.5)), 0, 1);
    case HARD_SIGMOID_TORCH: return clip(madd(z, splat(1.0 / 6.0), splat(0.5)), 0, 1);
    case HARD_TANH: return clip(z, -1, 1);
    case RELU: return f32x4.max(z, splat(0));
    case LEAKY_RELU: return v128.bitselect(z, f32x4.mul(z, splat(LEAKY_SLOPE)), f32x4.gt(z, splat(0)));
    case ELU: return v128.bitselect(z, expm1(f32x4.min(z, splat(0))), f32x4.gt(z, splat(0)));
    case SOFTPLUS: return softplus(z);
    case SOFTSIGN: return f32x4.div(z, f32x4.add(splat(1), f32x4.abs(z)));
    case GELU: return perLane(z, false);
    case SILU: return silu(z);
    default: return z;
  }
}

/** Γ := σ(z) from `at` to `end`, in place: the two that recurrent cells live on have loops of their own. */
export function sigmoidLanes(at: usize, end: usize): void {
  for (; at < end; at += 16) v128.store(at, sigmoid(v128.load(at)));
}

/** y := tanh z likewise. */
export function tanhLanes(at: usize, end: usize): void {
  for (; at < end; at += 16) v128.store(at, tanh(v128.load(at)));
}

/** g′(z), given y = g(z); z is only looked at for the last four, which cannot do with y. */
export function derivative(code: i32, z: v128, y: v128): v128 {
  const one = splat(1);
  switch (code) {
    case SIGMOID: return f32x4.mul(y, f32x4.sub(one, y));
    case TANH: return f32x4.sub(one, f32x4.mul(y, y));
    case HARD_SIGMOID: return inside(y, 0, 1, 0.2);
    case HARD_SIGMOID_TORCH: return inside(y, 0, 1, 1.0 / 6.0);
    case HARD_TANH: return inside(y, -1, 1, 1);
    case RELU: return v128.and(f32x4.gt(y, splat(0)), one);
    case LEAKY_RELU: return v128.bitselect(one, splat(LEAKY_SLOPE), f32x4.gt(y, splat(0)));
    case ELU: return v128.bitselect(one, f32x4.add(y, one), f32x4.gt(y, splat(0)));
    case SOFTPLUS: return sigmoid(z);
    case SOFTSIGN: return softsignSlope(z);
    case GELU: return perLane(z, true);
    case SILU: return madd(sigmoid(z), f32x4.sub(one, y), y);
    default: return one;
  }
}

/** f32x4.min and max, not their pseudo-twins: NaN has to come through. */
function clip(z: v128, low: f32, high: f32): v128 {
  return f32x4.max(splat(low), f32x4.min(splat(high), z));
}

function inside(y: v128, low: f32, high: f32, slope: f32): v128 {
  return v128.and(v128.and(f32x4.gt(y, splat(low)), f32x4.lt(y, splat(high))), splat(slope));
}

function softsignSlope(z: v128): v128 {
  const wide = f32x4.add(splat(1), f32x4.abs(z));
  return f32x4.div(splat(1), f32x4.mul(wide, wide));
}

/** z·σ(z); its limit at −∞ is 0, and ∞·0 is not. */
function silu(z: v128): v128 {
  return f32x4.mul(z, sigmoid(z));
}

/** max(z, 0) + ln(1 + e^(−|z|)). */
function softplus(z: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(z)));
  return f32x4.add(f32x4.max(z, splat(0)), log1p(e));
}

/** ln(1 + e) for 0 ≤ e ≤ 1 as 2·artanh(s), s = e / (2 + e) ≤ ⅓: 2s·(1 + s²/3 + s⁴/5 + …). */
function log1p(e: v128): v128 {
  const s = f32x4.div(e, f32x4.add(e, splat(2)));
  const q = f32x4.mul(s, s);
  let p = madd(q, splat(1.0 / 13.0), splat(1.0 / 11.0));
  p = madd(q, p, splat(1.0 / 9.0));
  p = madd(q, p, splat(1.0 / 7.0));
  p = madd(q, p, splat(1.0 / 5.0));
  p = madd(q, p, splat(1.0 / 3.0));
  p = madd(q, p, splat(1));
  return f32x4.mul(f32x4.add(s, s), p);
}

/** GELU and its slope lane by lane in double precision: nobody trains with it for speed. */
function perLane(z: v128, slope: bool): v128 {
  let out = z;
  out = f32x4.replace_lane(out, 0, gelu(f32x4.extract_lane(z, 0), slope));
  out = f32x4.replace_lane(out, 1, gelu(f32x4.extract_lane(z, 1), slope));
  out = f32x4.replace_lane(out, 2, gelu(f32x4.extract_lane(z, 2), slope));
  return f32x4.replace_lane(out, 3, gelu(f32x4.extract_lane(z, 3), slope));
}

/** z·Φ(z), or Φ(z) + z·φ(z). */
function gelu(single: f32, slope: bool): f32 {
  const z = <f64>single;
  const pdf = <f64>f32x4.extract_lane(exp(splat(<f32>(-0.5 * z * z))), 0) * 0.3989422804014327;
  const cdf = normalCdf(z, pdf);
  return <f32>(slope ? cdf + z * pdf : z * cdf);
}

/** Φ(z), as models/dense/normal.ts has it: a series in the centre (Marsaglia 2004), Laplace's fraction in the tails. */
function normalCdf(z: f64, pdf: f64): f64 {
  if (abs(z) < 2.5) return 0.5 + pdf * oddSeries(z);
  let fraction = abs(z);
  for (let k: f64 = 40; k > 0; k--) fraction = abs(z) + k / fraction;
  const tail = pdf / fraction;
  return z < 0 ? tail : 1 - tail;
}

/** z + z³/3 + z⁵/(3·5) + … */
function oddSeries(z: f64): f64 {
  let term = z;
  let sum = z;
  for (let k: f64 = 3; abs(term) > 1e-12; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}
