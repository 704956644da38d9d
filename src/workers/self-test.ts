import { maskOfLengths } from '../models/cells/masks.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../models/cells/roles.ts';
import type { CellSpec, CellState, SequenceSize } from '../models/cells/types.ts';
import { NO_TARGET } from '../models/dense/losses.ts';
import {
  networkLayout,
  networkLossAndGradients,
  networkZeroStates,
  type TokenBatch,
  type TokenNetwork,
} from '../models/network/token-network.ts';
import { createRandom, type Random } from '../models/random.ts';
import { findDisagreement, type PassNumbers } from './agreement.ts';
import type { SelfTestResult } from './backend.ts';

/** A network, its parameters, a batch and states to start from. */
export interface PassInput {
  readonly network: TokenNetwork;
  readonly size: SequenceSize;
  readonly parameters: Float64Array;
  readonly batch: TokenBatch;
  readonly states: readonly CellState[];
}
export type ComputePass = (input: PassInput) => PassNumbers | Promise<PassNumbers>;

/** What a random pass is made of, besides its cell. */
export interface PassSize extends Omit<TokenNetwork, 'spec'>, SequenceSize {
  /** Steps of each example, or null: all of T. */
  readonly lengths: readonly number[] | null;
  /** Dropout's rate. */
  readonly rate: number;
}

/** Tiny, but with rows and units that fill no panel and no workgroup. */
const TINY: PassSize = {
  inputs: 5,
  classes: 5,
  hidden: 4,
  layers: 1,
  directions: 'forward',
  steps: 3,
  batch: 2,
  lengths: null,
  rate: 0,
};

/** The last one is a tagger: classes that are no tokens, both directions, one above the other, unequal lengths. */
const CASES: readonly (readonly [string, CellSpec, Partial<PassSize>])[] = [
  ['rnn', DEFAULT_RNN, {}],
  ['gru', { ...DEFAULT_GRU, reset: 'after' }, {}],
  ['lstm', { ...DEFAULT_LSTM, peepholes: true }, { layers: 2, rate: 0.3 }],
  ['both ways', DEFAULT_LSTM, { classes: 3, hidden: 3, layers: 2, directions: 'concat', lengths: [3, 1] }],
];
/** Far above 32-bit rounding in nets this small, far below a gradient that is missing. */
const TOLERANCE = 1e-3;

/**
 * Whether a tier's `compute` agrees with the reference on tiny random RNN, GRU and LSTM: loss, states, every gradient. Some
 * drivers return recurrent gradients of zero without any error; a run on them would look alive and learn nothing.
 */
export async function testAgreement(compute: ComputePass): Promise<SelfTestResult> {
  for (const [name, spec, size] of CASES) {
    const input = randomInput(spec, createRandom(7), size);
    const expected = computeByReference(input);
    const wrong = findDisagreement(networkLayout(input.network), expected, await compute(input), TOLERANCE);
    if (wrong) return { agrees: false, detail: `${name} ${wrong}` };
  }
  return { agrees: true };
}

/** A network with parameters large enough that no gradient is near zero by nature. */
export function randomInput(spec: CellSpec, random: Random, changes: Partial<PassSize> = {}): PassInput {
  const { steps, batch, lengths, rate, ...shape } = { ...TINY, ...changes };
  const network: TokenNetwork = { spec, ...shape };
  // Sums over more units are kept as small as those over four.
  const spread = 0.5 * Math.sqrt(TINY.hidden / Math.max(TINY.hidden, shape.hidden));
  const normals = (length: number) => Float64Array.from({ length }, () => spread * random.normal());
  const draw = (count: number) => Int32Array.from({ length: steps * batch }, () => random.integer(count));
  return {
    network,
    size: { steps, batch },
    parameters: normals(networkLayout(network).length),
    batch: {
      ...ended({ ids: draw(shape.inputs), targets: draw(shape.classes) }, steps, lengths),
      ...(rate > 0 ? { dropout: { rate, seed: 1, step: 1 } } : {}),
    },
    states: networkZeroStates(network, batch).map(({ hidden, cell }) => ({
      hidden: normals(hidden.length),
      cell: normals(cell.length),
    })),
  };
}

/** Sequences that end where `lengths` says. */
function ended(batch: TokenBatch, steps: number, lengths: PassSize['lengths']): TokenBatch {
  if (!lengths) return batch;
  const mask = maskOfLengths(lengths, steps);
  return { ...batch, mask, targets: batch.targets.map((target, i) => (mask[i] ? target : NO_TARGET)) };
}

export function computeByReference({ network, parameters, batch, states }: PassInput): PassNumbers {
  const gradients = new Float64Array(parameters.length);
  return { ...networkLossAndGradients(network, parameters, batch, states, gradients), gradients };
}
