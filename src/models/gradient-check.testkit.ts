import { expect } from 'vitest';

/** Central differences: error O(step²) from the curve, O(1e-16 / step) from rounding. */
const STEP = 1e-5;
/** Below this a difference of two losses near 1 has no digits left to compare. */
const ABSOLUTE = 1e-9;

/**
 * ∂loss/∂values by central differences. `loss` must read `values` each time it is called; they are changed in place and
 * put back.
 */
export function numericGradient(loss: () => number, values: Float64Array): Float64Array {
  return values.map((value, i) => {
    values[i] = value + STEP;
    const above = loss();
    values[i] = value - STEP;
    const below = loss();
    values[i] = value;
    return (above - below) / (2 * STEP);
  });
}

export interface GradientCheck {
  /** Where |analytic − numeric| is largest relative to the larger of the two; −1 when all are equal. */
  readonly index: number;
  readonly analytic: number;
  readonly numeric: number;
  /** That relative error; differences below 1e-9 count as none. */
  readonly relativeError: number;
}

/** The worst entry of an analytic gradient beside central differences. */
export function checkGradient(
  loss: () => number,
  values: Float64Array,
  analytic: Float64Array,
): GradientCheck {
  const numeric = numericGradient(loss, values);
  let worst: GradientCheck = { index: -1, analytic: 0, numeric: 0, relativeError: 0 };
  numeric.forEach((n, index) => {
    const a = analytic[index] ?? Number.NaN;
    const relativeError = relativeDifference(a, n);
    if (!(relativeError <= worst.relativeError)) worst = { index, analytic: a, numeric: n, relativeError };
  });
  return worst;
}

function relativeDifference(a: number, b: number): number {
  const difference = Math.abs(a - b);
  if (difference < ABSOLUTE) return 0;
  return difference / Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Asserts that `analytic` is the gradient of `loss` with respect to `values`, entry by entry, to `tolerance` relative. Fails
 * too when the whole gradient is zero, which would prove nothing.
 */
export function expectGradient(
  loss: () => number,
  values: Float64Array,
  analytic: Float64Array,
  tolerance = 1e-4,
): void {
  expect(analytic.length).toBe(values.length);
  if (values.length > 0) expect(analytic.some((entry) => entry !== 0)).toBe(true);
  const worst = checkGradient(loss, values, analytic);
  expect(worst.relativeError, JSON.stringify(worst)).toBeLessThanOrEqual(tolerance);
}

/** Repeatable test numbers in (−scale, scale), uniform (mulberry32). */
export function testNumbers(seed: number, length: number, scale = 1): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1) * scale;
  });
}

/** Σ a·b: turns any output into a scalar loss whose gradient with respect to it is `b`. */
export function dot(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
}
