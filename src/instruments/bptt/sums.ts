import { nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { type Kept, reachNorm, recurrentContributions } from '../../models/language/through-time.ts';
import {
  compareGradients,
  type GradientDifference,
  keeps,
  type Truncation,
  truncatedGradient,
} from '../../models/language/truncation.ts';
import { viewSlot } from '../../models/parameters.ts';
import type { Reading } from './reading.ts';

/** One number a step: what it adds, kept and full, and the sum from the last step back to it. */
export interface StepSums {
  readonly part: readonly number[];
  readonly full: readonly number[];
  readonly running: readonly number[];
}

/** Everything that the figure about sums shows of a reading under a truncation. */
export interface Sums {
  readonly kept: Kept;
  /** (T, n_a, n_a), as `recurrentContributions` gives them. */
  readonly parts: Float64Array;
  readonly fullParts: Float64Array;
  /** ∂L/∂θ of all weights: the full pass, and the truncated one, run by itself. */
  readonly full: Float64Array;
  readonly truncated: Float64Array;
  readonly difference: GradientDifference;
  readonly terms: { readonly kept: number; readonly all: number };
}

const FULL: Truncation = { kind: 'none', length: 1 };

function gradientOf({ network, through }: Reading, truncation: Truncation): Float64Array {
  const { ids, targets } = through;
  return truncatedGradient(network.shape, network.parameters, ids, targets, truncation);
}

/** How many (loss, step) pairs a truncation keeps, of those that there are. */
export function countTerms(steps: number, kept: Kept): Sums['terms'] {
  let count = 0;
  for (let i = 0; i < steps; i++) for (let j = 0; j <= i; j++) if (kept(i, j)) count++;
  return { kept: count, all: (steps * (steps + 1)) / 2 };
}

export function sumUp(reading: Reading, truncation: Truncation): Sums {
  const kept = keeps(truncation);
  const { through } = reading;
  const full = gradientOf(reading, FULL);
  const truncated = gradientOf(reading, truncation);
  return {
    kept,
    parts: recurrentContributions(through, kept),
    fullParts: recurrentContributions(through),
    full,
    truncated,
    difference: compareGradients(full, truncated),
    terms: countTerms(through.losses.length, kept),
  };
}

/** The W_aa block of a gradient of all weights, in the model's layout. */
export const recurrentOf = ({ network }: Reading, gradient: Float64Array): Float64Array =>
  viewSlot(nextSymbolLayout(network.shape), gradient, 'layers.0.recurrentWeights');

/** Sum from the last step back to each, number by number. */
function runningSums(parts: Float64Array, steps: number): Float64Array {
  const size = parts.length / steps;
  const sums = parts.slice();
  for (let at = parts.length - size - 1; at >= 0; at--) sums[at]! += sums[at + size]!;
  return sums;
}

const blockNorm = (values: Float64Array, step: number, steps: number): number => {
  const size = values.length / steps;
  return Math.hypot(...values.subarray(step * size, (step + 1) * size));
};

/** Lengths of the steps' matrices; of their sum in `running`. */
export function normSums({ parts, fullParts }: Sums, steps: number): StepSums {
  const running = runningSums(parts, steps);
  const norms = (values: Float64Array) =>
    Array.from({ length: steps }, (_, j) => blockNorm(values, j, steps));
  return { part: norms(parts), full: norms(fullParts), running: norms(running) };
}

/** The same for one weight, signed; `index` within W_aa. */
export function entrySums({ parts, fullParts }: Sums, steps: number, index: number): StepSums {
  const size = parts.length / steps;
  const entries = (values: Float64Array) =>
    Array.from({ length: steps }, (_, j) => values[j * size + index] ?? Number.NaN);
  return { part: entries(parts), full: entries(fullParts), running: entries(runningSums(parts, steps)) };
}

/** Where 1 stands on the colour scale of lengths, and where 0: the largest, and a millionth of it. */
export function reachScale({ through }: Reading): { readonly low: number; readonly high: number } {
  const steps = through.losses.length;
  let high = 0;
  for (let i = 0; i < steps; i++)
    for (let j = 0; j <= i; j++) high = Math.max(high, reachNorm(through, i, j));
  return { low: high * 1e-6, high };
}

/** Position of a length on that scale, 0 … 1, logarithmic. */
export function onScale(
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  if (!(value > low)) return 0;
  return Math.log10(value / low) / Math.log10(high / low);
}

/** The shortest window whose gradient differs from the full one by less than `tolerance` of its length. */
export function smallestWindow(reading: Reading, tolerance: number): number {
  const full = gradientOf(reading, FULL);
  const steps = reading.through.losses.length;
  for (let length = 1; length < steps; length++) {
    const part = gradientOf(reading, { kind: 'window', length });
    if (compareGradients(full, part).relative < tolerance) return length;
  }
  return steps;
}
