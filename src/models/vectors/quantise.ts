/** The largest code: ±127, so that a row and its negative have the same codes but for the sign. */
export const MOST_CODE = 127;

/**
 * A row in 8 bits: code = round(x / scale) with scale = max |x| / 127, so that no number is off by more than scale / 2. Returns the
 * scale; 0, with codes of 0, for a row of zeros. The numbers have to be finite.
 */
export function quantise(row: Float32Array, codes: Int8Array): number {
  let most = 0;
  for (let i = 0; i < row.length; i++) most = Math.max(most, Math.abs(row[i]!));
  const scale = Math.fround(most / MOST_CODE);
  // A row so small that its scale vanishes is a row of zeros.
  const times = scale > 0 ? 1 / scale : 0;
  for (let i = 0; i < row.length; i++) codes[i] = roundCode(row[i]! * times);
  return scale;
}

/** Rounded to the nearest; the scale was rounded too, and could push the largest number over the edge. */
function roundCode(value: number): number {
  return Math.max(-MOST_CODE, Math.min(MOST_CODE, Math.round(value)));
}

/** The numbers that codes from `from` on stand for, as floats. */
export function dequantise(codes: Int8Array, from: number, scale: number, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = scale * codes[from + i]!;
}
