import { type CellCase, lossWeights } from '../../models/cells/cells.testkit.ts';
import type { PassName, PassNumbers, SequencePass } from './sequence-pass.ts';

/** The pass of a case, with the loss of `cells.testkit.ts`. */
export function passOf(
  { spec, shape, size, parameters, input, initial, ...rest }: CellCase,
  { reverse = false, mask = null }: Partial<Pick<SequencePass, 'reverse' | 'mask'>> = {},
): SequencePass {
  const subject = { spec, shape, size, parameters, input, initial, ...rest };
  const output = lossWeights(subject);
  return { spec, shape, size, parameters, input: input.values, initial, output, reverse, mask };
}

/**
 * What is further from the reference than the parity that is promised, or null. Values: the distance against
 * 1e-5 · √(K/16) · the root of Σ max(1, value²), K the longest sum; gradients: 1e-4 of the norm.
 */
export function findDifference(
  expected: Partial<PassNumbers>,
  found: PassNumbers,
  longestSum: number,
): string | null {
  for (const [name, values] of Object.entries(expected)) {
    const other = found[name as PassName];
    if (other.length !== values.length) return `${name}: ${other.length} numbers instead of ${values.length}`;
    const distance = norm(values.map((value, i) => value - other[i]!));
    const allowed = name.startsWith('d') ? gradientTolerance(values) : valueTolerance(values, longestSum);
    if (!(distance <= allowed)) return `${name}: off by ${distance}, allowed ${allowed}`;
  }
  return null;
}

/** A gradient that is zero by nature may be off by rounding. */
function gradientTolerance(values: Float64Array): number {
  return 1e-4 * norm(values) + 1e-7;
}

function valueTolerance(values: Float64Array, longestSum: number): number {
  const size = Math.sqrt(values.reduce((total, value) => total + Math.max(1, value * value), 0));
  return 1e-5 * Math.max(1, Math.sqrt(longestSum / 16)) * size;
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((total, value) => total + value * value, 0));
}
