import { lane } from '../../../models/cells/lanes.ts';
import { PEEPHOLE_GATES, type PeepholeGate } from '../../../models/cells/lstm/lstm.ts';
import { zeroCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { forwardSequence } from '../../../models/cells/sequence.ts';
import type { CellParameters, LaneRole, LstmSpec, SequenceTrace } from '../../../models/cells/types.ts';
import { createRandom } from '../../../models/random.ts';

const SPEC: LstmSpec = { ...DEFAULT_LSTM, peepholes: true };
const LETTERS = ['a', 'b', 'c', 'd', 'e'] as const;
const SHAPE = { inputs: LETTERS.length, hidden: 4 };
const STEPS = 8;
/** n_a and T of the figure's cell. */
export const UNITS = SHAPE.hidden;
export const LENGTH = STEPS;

export interface PeepholePair {
  readonly tokens: readonly { readonly text: string; readonly known: boolean }[];
  readonly parameters: CellParameters;
  /** With peephole weights times `scale`, and with them at 0. */
  readonly open: SequenceTrace;
  readonly closed: SequenceTrace;
}

/** A seeded LSTM (weights normal, forget bias 1) that reads random letters, once with its peepholes and once without. */
export function createPeepholePair(seed: number, scale: number): PeepholePair {
  const random = createRandom(seed);
  const parameters = zeroCell(SPEC, SHAPE);
  for (const name of ['inputWeights', 'recurrentWeights', 'peepholes'] as const) {
    for (let i = 0; i < parameters[name].length; i++) parameters[name][i] = random.normal();
  }
  parameters.bias.fill(1, 0, UNITS);
  const ids = Int32Array.from({ length: STEPS }, () => random.integer(LETTERS.length));
  const scaled = { ...parameters, peepholes: parameters.peepholes.map((weight) => scale * weight) };
  const none = { ...parameters, peepholes: new Float64Array(parameters.peepholes.length) };
  const run = (weights: CellParameters) =>
    forwardSequence(SPEC, SHAPE, weights, { form: 'one-hot', ids }, { steps: STEPS, batch: 1 });
  return {
    tokens: Array.from(ids, (id) => ({ text: LETTERS[id] ?? '', known: true })),
    parameters: scaled,
    open: run(scaled),
    closed: run(none),
  };
}

/** One gate's pre-activation, taken apart. */
export interface PeepholeParts {
  readonly role: PeepholeGate;
  /** p of this unit, the cell value that the gate sees, and their product. */
  readonly weight: number;
  readonly sees: number;
  readonly through: number;
  /** z, and z without the peephole. */
  readonly total: number;
  readonly usual: number;
  readonly value: number;
  /** The gate's value in the network whose peepholes are closed. */
  readonly closedValue: number;
}

/** Γ_f and Γ_u see c^⟨t−1⟩, Γ_o sees c^⟨t⟩. */
export function peepholeParts(pair: PeepholePair, step: number, unit: number): readonly PeepholeParts[] {
  const { open, closed, parameters } = pair;
  const at = step * UNITS + unit;
  const cell = lane(open.values, 'cell');
  const before = (step === 0 ? open.initial.cell[unit] : cell[at - UNITS]) ?? Number.NaN;
  return PEEPHOLE_GATES.map((role, gate): PeepholeParts => {
    const weight = parameters.peepholes[gate * UNITS + unit] ?? Number.NaN;
    const sees = role === 'output' ? (cell[at] ?? Number.NaN) : before;
    const total = lane(open.pre, role)[at] ?? Number.NaN;
    const through = weight * sees;
    return {
      role,
      weight,
      sees,
      through,
      total,
      usual: total - through,
      value: lane(open.values, role)[at] ?? Number.NaN,
      closedValue: lane(closed.values, role)[at] ?? Number.NaN,
    };
  });
}

/** Largest difference that the peepholes make to a unit's lane over all steps. */
export function peepholeEffect({ open, closed }: PeepholePair, role: LaneRole, unit: number): number {
  const [a, b] = [lane(open.values, role), lane(closed.values, role)];
  let largest = 0;
  for (let t = 0; t < STEPS; t++) {
    const i = t * UNITS + unit;
    largest = Math.max(largest, Math.abs((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN)));
  }
  return largest;
}
