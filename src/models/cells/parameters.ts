import { gateRoles } from './roles.ts';
import type { CellParameters, CellShape, CellSpec } from './types.ts';

export interface CellSlot {
  readonly name: keyof CellParameters;
  readonly shape: readonly number[];
  /** Numbers in the slot: the product of `shape`. */
  readonly length: number;
}

/** A full GRU that resets after the product has a bias inside that product; the simplified GRU has no reset at all. */
export function hasRecurrentBias(spec: CellSpec): boolean {
  return spec.kind === 'gru' && spec.variant === 'full' && spec.reset === 'after';
}

export function hasPeepholes(spec: CellSpec): boolean {
  return spec.kind === 'lstm' && spec.peepholes;
}

function slot(name: keyof CellParameters, ...shape: readonly number[]): CellSlot {
  return { name, shape, length: shape.reduce((product, size) => product * size, 1) };
}

/**
 * The parameter arrays of one cell in the order in which a flat vector holds them: input weights, recurrent weights,
 * bias, recurrent bias, peepholes. Slots that a cell lacks have length 0.
 */
export function cellSlots(spec: CellSpec, { inputs, hidden }: CellShape): readonly CellSlot[] {
  const columns = gateRoles(spec).length * hidden;
  return [
    slot('inputWeights', inputs, columns),
    slot('recurrentWeights', hidden, columns),
    slot('bias', columns),
    slot('recurrentBias', hasRecurrentBias(spec) ? hidden : 0),
    slot('peepholes', hasPeepholes(spec) ? 3 * hidden : 0),
  ];
}

/** Number of parameters of one layer in one direction. It does not depend on the number of steps. */
export function cellParameterCount(spec: CellSpec, shape: CellShape): number {
  return cellSlots(spec, shape).reduce((sum, { length }) => sum + length, 0);
}

/**
 * One cell's parameters as views into `flat` from `offset` on; writing to either writes to both. Throws a RangeError when
 * `flat` is too short.
 */
export function viewCell(spec: CellSpec, shape: CellShape, flat: Float64Array, offset = 0): CellParameters {
  const end = offset + cellParameterCount(spec, shape);
  if (end > flat.length) throw new RangeError(`a cell needs ${end} numbers, the vector has ${flat.length}`);
  const views: Partial<Record<keyof CellParameters, Float64Array>> = {};
  let start = offset;
  for (const { name, length } of cellSlots(spec, shape)) {
    views[name] = flat.subarray(start, start + length);
    start += length;
  }
  return views as CellParameters;
}

/** Fresh parameters, all zero: what gradients start from. */
export function zeroCell(spec: CellSpec, shape: CellShape): CellParameters {
  return viewCell(spec, shape, new Float64Array(cellParameterCount(spec, shape)));
}
