import type { Columns } from '../../components/plots/curve.ts';

/** Batches that an average covers: with 16 sequences each, 400 answers. */
export const WINDOW = 25;
/** Share of right answers, averaged, from which a run counts as solved. */
export const SOLVED = 0.95;

/** The accuracy column of a run, and the steps that it belongs to. */
export interface AccuracyCurve {
  readonly length: number;
  readonly steps: Float64Array;
  readonly accuracy: Float64Array;
}

/** Mean accuracy of the last `window` batches at each step; before there are so many, of those that there are. */
export function runningAccuracy({ length, steps, accuracy }: AccuracyCurve, window = WINDOW): Columns {
  const y = new Float64Array(length);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    sum += accuracy[i]!;
    if (i >= window) sum -= accuracy[i - window]!;
    y[i] = sum / Math.min(i + 1, window);
  }
  return { x: steps, y, length };
}

/** The first step at which a full window's mean reaches `threshold`; null: none yet. */
export function solvedAt({ x, y, length }: Columns, threshold = SOLVED, window = WINDOW): number | null {
  for (let i = window - 1; i < length; i++) {
    // A sum of sixteenths may fall short of its mean by a rounding error.
    if (y[i]! >= threshold - 1e-9) return x[i]!;
  }
  return null;
}
