/*
 * Elementary functions on four numbers at a time. Relative errors over all finite arguments: exp 1.2e-7, sigmoid and tanh
 * 3e-7. NaN stays NaN, ±∞ give the limits. There is no fast-math shortcut anywhere: one was wrong once, and only finite
 * differences saw it.
 */

const LOG2E: f32 = 1.4426950408889634;
/** 1.5 · 2^23, and the offset of a float's exponent. */
const SHIFT: f32 = 12582912 + 127;
/** ln 2 in two parts: the first has few digits, so that n · LN2_HIGH is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

/** Above this e^x is ∞ (a little early: 2^127.5), below EXP_LOW it is 0 (subnormal results are left out). */
const EXP_HIGH: f32 = 88.72;
const EXP_LOW: f32 = -88.0;

/** a·b + c: one rounding with relaxed SIMD where the processor can, else two. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** c − a·b. */
// @ts-ignore: decorator
@inline
export function nmadd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
  return f32x4.sub(c, f32x4.mul(a, b));
}

// @ts-ignore: decorator
@inline
export function splat(value: f32): v128 {
  return f32x4.splat(value);
}

/**
 * x / ln 2 rounded to the whole number n and shifted by SHIFT: a number of 2^23 and more has no room for a fraction, and the
 * last bits of this one are n + 127, the exponent of 2^n.
 */
// @ts-ignore: decorator
@inline
function shiftedHalvings(x: v128): v128 {
  return madd(x, splat(LOG2E), splat(SHIFT));
}

/** n itself, with x = n·ln 2 + r, |r| ≤ ½ ln 2. */
// @ts-ignore: decorator
@inline
function unshifted(shifted: v128): v128 {
  return f32x4.sub(shifted, splat(SHIFT));
}

/** 2^n for n from −127 (gives 0) to 128 (gives ∞). */
// @ts-ignore: decorator
@inline
function powerOfTwo(shifted: v128): v128 {
  return i32x4.shl(shifted, 23);
}

// @ts-ignore: decorator
@inline
function remainder(x: v128, n: v128): v128 {
  return nmadd(n, splat(LN2_LOW), nmadd(n, splat(LN2_HIGH), x));
}

/** e^r − 1 for |r| ≤ ½ ln 2: r + r²·P(r), P of degree 4 fitted so that the largest relative error of e^r is 3.1e-9. */
// @ts-ignore: decorator
@inline
function expm1Core(r: v128): v128 {
  let p = madd(r, splat(0.0013814539), splat(0.008368745));
  p = madd(r, p, splat(0.04166839));
  p = madd(r, p, splat(0.16666521));
  p = madd(r, p, splat(0.49999994));
  return madd(f32x4.mul(r, r), p, r);
}

/** e^x. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const clamped = f32x4.pmax(f32x4.pmin(x, splat(EXP_HIGH)), splat(EXP_LOW));
  const shifted = shiftedHalvings(clamped);
  const m = expm1Core(remainder(clamped, unshifted(shifted)));
  // 1 + m first: where the power is ∞ and m negative, m·∞ + ∞ would be NaN.
  return f32x4.mul(f32x4.add(splat(1), m), powerOfTwo(shifted));
}

/** e^x − 1, accurate near 0; x ≤ 88. */
// @ts-ignore: decorator
@inline
export function expm1(x: v128): v128 {
  const clamped = f32x4.pmax(f32x4.pmin(x, splat(88)), splat(-30));
  const shifted = shiftedHalvings(clamped);
  const scale = powerOfTwo(shifted);
  return madd(expm1Core(remainder(clamped, unshifted(shifted))), scale, f32x4.sub(scale, splat(1)));
}

/** 1 / (1 + e^(−z)). */
// @ts-ignore: decorator
@inline
export function sigmoid(z: v128): v128 {
  const one = splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(z))));
}

/** tanh z = m / (m + 2) with m = e^(2z) − 1: no digit is lost near 0. Beyond |z| = 15 it is ±1 to the last bit. */
// @ts-ignore: decorator
@inline
export function tanh(z: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(f32x4.add(z, z), splat(30)), splat(-30));
  const shifted = shiftedHalvings(x);
  const scale = powerOfTwo(shifted);
  const m = madd(expm1Core(remainder(x, unshifted(shifted))), scale, f32x4.sub(scale, splat(1)));
  return f32x4.div(m, f32x4.add(m, splat(2)));
}

/** The largest of four numbers. */
// @ts-ignore: decorator
@inline
export function largestLane(v: v128): f32 {
  const a = max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1));
  const b = max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3));
  return max(a, b);
}

/** The four numbers' sum in double precision. */
// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f64 {
  return (
    <f64>f32x4.extract_lane(v, 0) +
    <f64>f32x4.extract_lane(v, 1) +
    (<f64>f32x4.extract_lane(v, 2) + <f64>f32x4.extract_lane(v, 3))
  );
}
