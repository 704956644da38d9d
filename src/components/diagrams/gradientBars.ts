import type { SequenceSize } from '../../models/cells/types.ts';

/** |∂L/∂lane| a step: of one unit, or the Euclidean norm over all of them. `values` is (T, B, n_a). */
export function gradientMagnitudes(
  values: Float64Array,
  { steps, batch }: SequenceSize,
  hidden: number,
  unit: number | 'norm',
  example = 0,
): readonly number[] {
  return Array.from({ length: steps }, (_, step) => {
    const start = (step * batch + example) * hidden;
    if (unit !== 'norm') return Math.abs(values[start + unit] ?? Number.NaN);
    return Math.hypot(...values.subarray(start, start + hidden));
  });
}

export type BarScale = 'linear' | 'log';

/** A bar's share of the full height. Not a number and infinity have none: `broken`. */
export interface Bar {
  readonly value: number;
  readonly share: number;
  readonly broken: boolean;
}

/** Decades that a log axis shows below its largest value. */
const MOST_DECADES = 12;
/** Height of the smallest bar on a log axis: nothing but 0 has none. */
const LEAST_SHARE = 0.04;

const isDrawable = (value: number): boolean => Number.isFinite(value) && value > 0;

/** The axis of a set of bars: 0 … largest, or whole decades that hold smallest and largest. */
export function barDomain(values: readonly number[], scale: BarScale): readonly [number, number] {
  const drawable = values.filter(isDrawable);
  const largest = Math.max(0, ...drawable);
  if (scale === 'linear') return [0, largest];
  if (drawable.length === 0) return [-1, 0];
  const top = Math.ceil(Math.log10(largest));
  const bottom = Math.floor(Math.log10(Math.min(...drawable)));
  return [Math.max(Math.min(bottom, top - 1), top - MOST_DECADES), top];
}

/** Bars of magnitudes on an axis of `barDomain`. */
export function layoutBars(
  values: readonly number[],
  scale: BarScale,
  [low, high]: readonly [number, number],
): readonly Bar[] {
  return values.map((value) => {
    if (!isDrawable(value)) return { value, share: 0, broken: !Number.isFinite(value) };
    if (scale === 'linear') return { value, share: value / high, broken: false };
    const share = (Math.log10(value) - low) / (high - low);
    return { value, share: Math.max(LEAST_SHARE, Math.min(1, share)), broken: false };
  });
}
