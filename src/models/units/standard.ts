/** A deviation this small beside the mean is the mean's own rounding. */
const ROUNDING = 1e-12;

/**
 * The numbers less their mean, scaled to a sum of squares of 1, so that the sum of products of two such columns is Pearson's r.
 * All 0 for numbers that never change. Two passes: the mean first, so that a large mean does not swallow a small variance.
 */
export function standardise(values: ArrayLike<number>): Float32Array {
  const { length } = values;
  const standard = new Float32Array(length);
  let mean = 0;
  for (let t = 0; t < length; t++) mean += values[t]! / length;
  let squares = 0;
  for (let t = 0; t < length; t++) squares += (values[t]! - mean) ** 2;
  if (squares <= length * (ROUNDING * mean) ** 2) return standard;
  const scale = 1 / Math.sqrt(squares);
  for (let t = 0; t < length; t++) standard[t] = (values[t]! - mean) * scale;
  return standard;
}

/** Pearson's r of two standardised columns (T), the second moved on by `shift` places, its end put before its beginning. */
export function correlation(a: Float32Array, b: Float32Array, shift = 0): number {
  const { length } = a;
  let sum = 0;
  for (let t = shift; t < length; t++) sum += a[t]! * b[t - shift]!;
  for (let t = 0; t < shift; t++) sum += a[t]! * b[t - shift + length]!;
  return Math.max(-1, Math.min(1, sum));
}
