import { keptMemory } from '../../../instruments/hold-bit/kept.ts';
import { cellParameterCount } from '../../../models/cells/parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../../models/cells/roles.ts';
import type { CellShape, CellSpec, GruSpec } from '../../../models/cells/types.ts';
import { sigmoid } from '../../../models/dense/activations.ts';
import { readSequence } from '../../../models/network/reading.ts';
import { initialiseNetwork, type TokenNetwork } from '../../../models/network/token-network.ts';
import { createRandom } from '../../../models/random.ts';

/** (1 − Γ_u)^steps. */
export const shareLeft = (gate: number, steps: number): number => (1 - gate) ** steps;

/** The gate of a fresh GRU, whose weights are still small: Γ_u = σ(b_u). */
export const openAt = (bias: number): number => sigmoid(bias);

/** Cells of the lesson's table. */
export const COUNTED = {
  rnn: DEFAULT_RNN,
  simplified: { ...DEFAULT_GRU, variant: 'simplified' },
  full: DEFAULT_GRU,
  after: { ...DEFAULT_GRU, reset: 'after' },
  lstm: DEFAULT_LSTM,
} as const satisfies Record<string, CellSpec>;

/** Parameters of one cell, by the code that lays them out. */
export const countOf = (cell: keyof typeof COUNTED, shape: CellShape): number =>
  cellParameterCount(COUNTED[cell], shape);

const INPUTS = 12;
const STEPS = 20;
const IDS = Int32Array.from({ length: STEPS }, (_, t) => (5 * t + 1) % INPUTS);

const readWith = (spec: GruSpec, parameters: (network: TokenNetwork) => Float64Array) => {
  const network: TokenNetwork = {
    spec,
    inputs: INPUTS,
    classes: 2,
    hidden: 8,
    layers: 1,
    directions: 'forward',
  };
  const trace = readSequence(network, parameters(network), IDS).trace.layers[0]?.[0];
  if (!trace) throw new RangeError('one layer was asked for');
  return trace;
};

/**
 * The same weights read by both kinds of GRU: by how much the states differ at most over 20 steps. No biases, so that only the
 * place of the reset gate differs.
 */
export function resetGap(seed: number): number {
  const before = readWith(DEFAULT_GRU, (network) => initialiseNetwork(network, createRandom(seed), {}));
  const after = readWith({ ...DEFAULT_GRU, reset: 'after' }, (network) =>
    initialiseNetwork(network, createRandom(seed), {}),
  );
  const [a, b] = [before.values.hidden ?? [], after.values.hidden ?? []];
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
}

/** Loading z's weights as Γ_u's, without turning the sign: by how much the states differ at most over 20 steps. */
export function sideGap(seed: number): number {
  const made = (network: TokenNetwork) => initialiseNetwork(network, createRandom(seed), { update: 2 });
  const keeps = readWith({ ...DEFAULT_GRU, update: 'keeps' }, made).values.hidden ?? [];
  const writes = readWith(DEFAULT_GRU, made).values.hidden ?? [];
  return Math.max(...Array.from(keeps, (value, i) => Math.abs(value - (writes[i] ?? Number.NaN))));
}

/** What is left of the first state after 20 steps in a fresh GRU with this bias: the median unit's product of (1 − Γ_u). */
export function freshShare(bias: number, seed: number): number {
  const trace = readWith(DEFAULT_GRU, (network) =>
    initialiseNetwork(network, createRandom(seed), { update: bias }),
  );
  const shares = Array.from({ length: 8 }, (_, unit) => keptMemory(trace, unit, 0, STEPS - 1).share);
  return shares.toSorted((a, b) => a - b)[4] ?? Number.NaN;
}
