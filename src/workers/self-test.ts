import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../models/cells/roles.ts';
import type { CellSpec, CellState, SequenceSize } from '../models/cells/types.ts';
import {
  lossAndGradients,
  type NextSymbolShape,
  nextSymbolLayout,
  type SymbolBatch,
} from '../models/language/next-symbol.ts';
import type { ParameterLayout } from '../models/parameters.ts';
import { createRandom, type Random } from '../models/random.ts';
import { findDisagreement, type PassNumbers } from './agreement.ts';
import type { SelfTestResult } from './backend.ts';

/** A model, its parameters, a batch and a state to start from. */
export interface PassInput {
  readonly model: {
    readonly network: NextSymbolShape;
    readonly layout: ParameterLayout;
    readonly size: SequenceSize;
    readonly asksOnce: boolean;
  };
  readonly parameters: Float64Array;
  readonly batch: SymbolBatch;
  readonly states: readonly CellState[];
}
export type ComputePass = (input: PassInput) => PassNumbers | Promise<PassNumbers>;

const CELLS: readonly CellSpec[] = [
  DEFAULT_RNN,
  { ...DEFAULT_GRU, reset: 'after' },
  { ...DEFAULT_LSTM, peepholes: true },
];
const STEPS = 3;
const BATCH = 2;
/** Far above 32-bit rounding in nets this small, far below a gradient that is missing. */
const TOLERANCE = 1e-3;

/**
 * Whether a tier's `compute` agrees with the reference on tiny random RNN, GRU and LSTM: loss, states, every gradient. Some
 * drivers return recurrent gradients of zero without any error; a run on them would look alive and learn nothing.
 */
export async function testAgreement(compute: ComputePass): Promise<SelfTestResult> {
  for (const spec of CELLS) {
    const input = randomInput(spec, createRandom(7));
    const expected = computeByReference(input);
    const wrong = findDisagreement(input.model.layout, expected, await compute(input), TOLERANCE);
    if (wrong) return { agrees: false, detail: `${spec.kind} ${wrong}` };
  }
  return { agrees: true };
}

/** A model with parameters large enough that no gradient is near zero by nature. */
export function randomInput(spec: CellSpec, random: Random, layers = 1): PassInput {
  const network: NextSymbolShape = { spec, vocabulary: 5, hidden: 4, layers };
  const layout = nextSymbolLayout(network);
  const normals = (length: number) => Float64Array.from({ length }, () => 0.5 * random.normal());
  const ids = () => Int32Array.from({ length: STEPS * BATCH }, () => random.integer(network.vocabulary));
  const cell = spec.kind === 'lstm' ? BATCH * network.hidden : 0;
  return {
    model: { network, layout, size: { steps: STEPS, batch: BATCH }, asksOnce: false },
    parameters: normals(layout.length),
    batch: { ids: ids(), targets: ids() },
    states: Array.from({ length: layers }, () => ({
      hidden: normals(BATCH * network.hidden),
      cell: normals(cell),
    })),
  };
}

export function computeByReference({ model, parameters, batch, states }: PassInput): PassNumbers {
  const gradients = new Float64Array(parameters.length);
  return { ...lossAndGradients(model.network, parameters, batch, states, gradients), gradients };
}
