/*
 * Sequences of unequal length stand side by side by leaving steps out: where a mask is 0 an example's state passes through
 * the step unchanged, and so does its gradient. A shorter sequence is masked behind its end; run in reverse, it begins
 * there.
 */

/** A mask (T, B) for sequences of these lengths, each at the start of its column. Throws a RangeError outside 0 … T. */
export function maskOfLengths(lengths: readonly number[], steps: number): Uint8Array {
  const mask = new Uint8Array(steps * lengths.length);
  lengths.forEach((length, b) => {
    if (!(Number.isInteger(length) && length >= 0 && length <= steps)) {
      throw new RangeError(`a length must be a whole number from 0 to ${steps}, found ${length}`);
    }
    for (let t = 0; t < length; t++) mask[t * lengths.length + b] = 1;
  });
  return mask;
}

/** Where one example's part of a (B, n_a) block is read from, or written to. */
export interface Rows {
  readonly values: Float64Array;
  readonly start: number;
}

/** For each example that this step leaves out: its row of `to` becomes its row of `from`, or 0. */
export function writeSkipped(
  mask: Uint8Array | undefined,
  step: number,
  { batch, hidden }: { readonly batch: number; readonly hidden: number },
  to: Rows,
  from?: Rows,
): void {
  if (!mask) return;
  for (let b = 0; b < batch; b++) {
    if (mask[step * batch + b]) continue;
    for (let i = b * hidden; i < (b + 1) * hidden; i++) {
      to.values[to.start + i] = from ? from.values[from.start + i]! : 0;
    }
  }
}
