import { gateRoles } from '../cells/roles.ts';
import type { CellParameters, CellSpec, GateRole } from '../cells/types.ts';
import { type Activation, isMirrored } from '../dense/activations.ts';
import type { ConversionError } from './conversion.ts';

/** Orders in which other libraries put their gates, by our names. Their z keeps where our Γ_u may write. */
export interface GateOrders {
  readonly rnn: readonly GateRole[];
  readonly gru: readonly GateRole[];
  readonly lstm: readonly GateRole[];
}

/** i f g o and r z n. */
export const TORCH_ORDERS: GateOrders = {
  rnn: ['candidate'],
  gru: ['reset', 'update', 'candidate'],
  lstm: ['update', 'forget', 'candidate', 'output'],
};

/** i f c o and z r h. */
export const KERAS_ORDERS: GateOrders = {
  rnn: ['candidate'],
  gru: ['update', 'reset', 'candidate'],
  lstm: ['update', 'forget', 'candidate', 'output'],
};

/** Our columns and theirs, one entry a gate. `sign` is −1 for an update gate whose convention differs. */
export interface GatePlace {
  readonly role: GateRole;
  /** The gate's position among ours and among theirs. */
  readonly ours: number;
  readonly theirs: number;
  readonly sign: 1 | -1;
}

/** Both libraries' GRUs keep with z: Γ_u = 1 − z = g(−z's pre-activation) when ours writes. */
export function gatePlaces(spec: CellSpec, orders: GateOrders): readonly GatePlace[] {
  const ours = gateRoles(spec);
  const negated = spec.kind === 'gru' && spec.update === 'writes';
  return orders[spec.kind].map((role, theirs) => ({
    role,
    ours: ours.indexOf(role),
    theirs,
    sign: negated && role === 'update' ? -1 : 1,
  }));
}

/** What stands in the way whatever the other library is: its cells have no peepholes, and its GRUs a reset gate. */
export function structureError(spec: CellSpec): ConversionError | null {
  if (spec.kind === 'lstm') return spec.peepholes ? { code: 'peepholes' } : null;
  if (spec.kind === 'rnn') return null;
  if (spec.variant === 'simplified') return { code: 'simplified-gru' };
  const negated = spec.update === 'writes';
  return negated && !isMirrored(spec.gate) ? { code: 'update-not-mirrored', found: spec.gate } : null;
}

/** An activation that the other library has fixed. */
export function activationError(
  role: GateRole | 'cell',
  found: Activation,
  expected: readonly Activation[],
): ConversionError | null {
  return expected.includes(found) ? null : { code: 'activation', role, expected, found };
}

/** How a number of a matrix that holds all gates is found: row = input, column = gate and unit. */
export type MatrixIndex = (row: number, gate: number, unit: number) => number;

/** Our matrices, and Keras's: (rows, G·n_a), row-major. */
export function gatesInColumns(gates: number, hidden: number): MatrixIndex {
  return (row, gate, unit) => (row * gates + gate) * hidden + unit;
}

/** PyTorch's: (G·n_a, rows), row-major. */
export function gatesInRows(rows: number, hidden: number): MatrixIndex {
  return (row, gate, unit) => (gate * hidden + unit) * rows + row;
}

/** A matrix or bias of all gates, and how to address it. A bias is a matrix with one row. */
export interface GateMatrix {
  readonly data: Float64Array;
  readonly at: MatrixIndex;
}

/** to := ±from, gate by gate. `from` and `to` say whose side each is on. */
export function copyGates(
  from: GateMatrix,
  to: GateMatrix,
  places: readonly { readonly from: number; readonly to: number; readonly sign: number }[],
  rows: number,
  hidden: number,
): void {
  for (const place of places) {
    for (let row = 0; row < rows; row++) {
      for (let unit = 0; unit < hidden; unit++) {
        // + 0 keeps a negated zero from becoming −0.
        to.data[to.at(row, place.to, unit)] = place.sign * from.data[from.at(row, place.from, unit)]! + 0;
      }
    }
  }
}

export function inward(places: readonly GatePlace[]) {
  return places.map(({ ours, theirs, sign }) => ({ from: theirs, to: ours, sign }));
}

export function outward(places: readonly GatePlace[]) {
  return places.map(({ ours, theirs, sign }) => ({ from: ours, to: theirs, sign }));
}

/** Our arrays as gate matrices. */
export function ourMatrices(spec: CellSpec, parameters: CellParameters, hidden: number) {
  const at = gatesInColumns(gateRoles(spec).length, hidden);
  return {
    input: { data: parameters.inputWeights, at },
    recurrent: { data: parameters.recurrentWeights, at },
    bias: { data: parameters.bias, at },
  };
}
