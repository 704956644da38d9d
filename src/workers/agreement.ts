import type { CellState } from '../models/cells/types.ts';
import type { ParameterLayout } from '../models/parameters.ts';

/** What a forward and a backward pass come to. */
export interface PassNumbers {
  readonly loss: number;
  /** Flat, layout order. */
  readonly gradients: Float64Array;
  readonly states: readonly CellState[];
}

/**
 * The first thing in which `found` differs from `expected` by more than `tolerance` of its length, or null: the loss, a
 * cell's state, or a parameter slot's gradient. Slot by slot, because one slot of zeros drowns in the norm of all.
 */
export function findDisagreement(
  layout: ParameterLayout,
  expected: PassNumbers,
  found: PassNumbers,
  tolerance: number,
): string | null {
  const differs = (a: Float64Array, b: Float64Array) => !(distance(a, b) <= tolerance * (1e-3 + length(a)));
  if (differs(Float64Array.of(expected.loss), Float64Array.of(found.loss))) return 'loss';
  for (const [i, { hidden, cell }] of expected.states.entries()) {
    const other = found.states[i];
    if (!other || differs(hidden, other.hidden) || differs(cell, other.cell)) return `states.${i}`;
  }
  const slice = (all: Float64Array, slot: ParameterLayout['slots'][number]) =>
    all.subarray(slot.offset, slot.offset + slot.length);
  const slot = layout.slots.find((each) =>
    differs(slice(expected.gradients, each), slice(found.gradients, each)),
  );
  return slot ? slot.name : null;
}

function length(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** Infinite when the lengths differ; NaN when a number is. */
function distance(a: Float64Array, b: Float64Array): number {
  return a.length === b.length ? length(a.map((value, i) => value - b[i]!)) : Number.POSITIVE_INFINITY;
}
