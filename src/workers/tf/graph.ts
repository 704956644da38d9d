import {
  add,
  concat,
  keep,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor,
  tensor1d,
  tensor3d,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import { crossEntropy, dense, lookUp, recurrence, thin, unpack } from '../../kernels/wgsl/ops.ts';
import { packTokens } from '../../kernels/wgsl/tokens.ts';
import type { Dropout } from '../../models/cells/dropout.ts';
import { hasCell } from '../../models/cells/roles.ts';
import type { CellState, SequenceSize } from '../../models/cells/types.ts';
import { countTargets } from '../../models/dense/losses.ts';
import {
  type NetworkCell,
  networkCells,
  networkLayout,
  type TokenBatch,
  type TokenNetwork,
} from '../../models/network/token-network.ts';

/** The model of `models/network/token-network.ts` as a TF.js graph of our fused ops over one flat tensor of parameters. */
export interface GraphModel {
  readonly network: TokenNetwork;
  readonly size: SequenceSize;
}

/** A batch on the device. */
export interface DeviceBatch {
  readonly tokens: Tensor1D;
  /** (T, B), 32-bit integers; null where no step is left out. */
  readonly mask: Tensor | null;
  /** Number of targets. */
  readonly asked: number;
  readonly dropout: Dropout | null;
}

export interface GraphInput {
  readonly parameters: Tensor1D;
  readonly batch: DeviceBatch;
  /** (S, B, n_a) of each cell. */
  readonly states: readonly Tensor3D[];
  /** ∂L/∂L = 1, at hand on the device. */
  readonly one: Scalar;
}

export interface GraphResult {
  readonly loss: Scalar;
  /** Share of the targets that were the most probable class. Kept, so the caller disposes of it. */
  readonly accuracy: Scalar;
  /** Flat, in the layout's order. */
  readonly gradients: Tensor1D;
  /** Carried on; kept. */
  readonly states: readonly Tensor3D[];
}

/** Mean cross-entropy and its gradient. Call inside a `tidy`; what is kept outlives it. */
export function lossAndGradientTensors(model: GraphModel, input: GraphInput): GraphResult {
  const kept: { states: Tensor3D[]; accuracy: Scalar } = { states: [], accuracy: input.one };
  const lossOf = (flat: Tensor): Scalar => {
    const { loss, accuracy, final } = lossOfBatch(model, flat as Tensor1D, input);
    kept.states = final.map((state) => keep(state));
    kept.accuracy = keep(accuracy);
    return loss;
  };
  const { value, grads } = valueAndGrads(lossOf)([input.parameters], input.one);
  return { loss: value as Scalar, gradients: grads[0] as Tensor1D, ...kept };
}

/** Mean cross-entropy alone. Call inside a `tidy`; the states outlive it. */
export function lossTensor(model: GraphModel, input: GraphInput): Pick<GraphResult, 'loss' | 'states'> {
  const { loss, final } = lossOfBatch(model, input.parameters, input);
  return { loss, states: final.map((state) => keep(state)) };
}

function lossOfBatch(model: GraphModel, flat: Tensor1D, input: GraphInput) {
  const { logits, final } = forward(model, flat, input);
  const { tokens, asked } = input.batch;
  const scale = 1 / Math.max(1, asked);
  const { steps, batch } = model.size;
  const rows = { rows: steps * batch, classes: model.network.classes };
  return { ...crossEntropy(logits, tokens, { ...rows, scale }), final };
}

function forward(
  model: GraphModel,
  flat: Tensor1D,
  { batch, states }: GraphInput,
): { readonly logits: Tensor2D; readonly final: readonly Tensor3D[] } {
  const { network } = model;
  const slot = unpackSlots(model, flat);
  const cells = networkCells(network);
  const directions = cells.length / network.layers;
  const final: Tensor3D[] = [];
  let below: Tensor2D | null = null;
  for (let first = 0; first < cells.length; first += directions) {
    const hidden: Tensor2D[] = [];
    for (let i = first; i < first + directions; i++) {
      const ran = runCell(model, cells[i], slot, { batch, initial: states[i], below });
      hidden.push(ran.hidden);
      final.push(ran.final);
    }
    below = thinned(handOn(network, hidden), batch.dropout, first / directions);
  }
  if (!below) throw new RangeError('a network needs a layer');
  const logits = dense(below, slot('head.weights') as Tensor2D, slot('head.bias') as Tensor1D);
  return { logits, final };
}

/** A layer's states, (T·B, n_a) a direction, as what is above it reads them. */
function handOn({ directions }: TokenNetwork, [forward, backward]: readonly Tensor2D[]): Tensor2D | null {
  if (!forward || !backward) return forward ?? null;
  return directions === 'sum' ? add(forward, backward) : concat([forward, backward], 1);
}

function thinned(x: Tensor2D | null, dropout: Dropout | null, layer: number): Tensor2D | null {
  return x && dropout ? thin(x, { ...dropout, layer }) : x;
}

interface CellInput {
  readonly batch: DeviceBatch;
  /** (S, B, n_a). */
  readonly initial: Tensor3D | undefined;
  /** What the layer below hands on (T·B, n_x); null: the tokens. */
  readonly below: Tensor2D | null;
}

function runCell(
  model: GraphModel,
  cell: NetworkCell | undefined,
  slot: (name: string) => Tensor,
  { batch, initial, below }: CellInput,
) {
  if (!cell || !initial) throw new RangeError('a cell lacks its state');
  const { name, direction } = cell;
  const { network, size } = model;
  const of = (each: string) => slot(`${name}.${each}`);
  const [inputWeights, bias] = [of('inputWeights') as Tensor2D, of('bias') as Tensor1D];
  const rows = { rows: size.steps * size.batch, inputs: network.inputs };
  const z = below ? dense(below, inputWeights, bias) : lookUp(batch.tokens, rows, inputWeights, bias);
  const weights = of('recurrentWeights') as Tensor2D;
  const time = { ...size, reverse: direction === 1, fromFinal: false };
  return recurrence(
    { z, weights, initial, extra: maybeExtra(model, slot, name), mask: batch.mask },
    { spec: network.spec, hidden: network.hidden, ...time },
  );
}

/** Slots by name; those of length 0 are no tensors. */
function unpackSlots({ network }: GraphModel, flat: Tensor1D): (name: string) => Tensor {
  const slots = networkLayout(network).slots.filter(({ length }) => length > 0);
  const tensors = unpack(flat, slots);
  const named = new Map(slots.map(({ name }, i) => [name, tensors[i]]));
  return (name) => {
    const tensor = named.get(name);
    if (!tensor) throw new RangeError(`the layout has no slot ${name}`);
    return tensor;
  };
}

/** The recurrent bias or the peepholes, where the cell has them. */
function maybeExtra({ network }: GraphModel, slot: (name: string) => Tensor, cell: string): Tensor1D | null {
  const names = ['recurrentBias', 'peepholes'].map((name) => `${cell}.${name}`);
  const found = networkLayout(network).slots.find(({ name, length }) => names.includes(name) && length > 0);
  return found ? (slot(found.name) as Tensor1D) : null;
}

export function uploadBatch(
  { network, size }: GraphModel,
  { ids, targets, mask, dropout }: TokenBatch,
): DeviceBatch {
  return {
    tokens: tensor1d(packTokens(ids, targets, network.inputs), 'int32'),
    mask: mask ? tensor(Int32Array.from(mask), [size.steps, size.batch], 'int32') : null,
    asked: countTargets(targets),
    dropout: dropout?.rate ? dropout : null,
  };
}

/** The state of each cell, on the device: (S, B, n_a), a and, for an LSTM, c. */
export function uploadStates({ network, size }: GraphModel, states: readonly CellState[]): Tensor3D[] {
  return states.map(({ hidden, cell }) => {
    const both = new Float32Array(hidden.length + cell.length);
    both.set(hidden);
    both.set(cell, hidden.length);
    return tensor3d(both, [hasCell(network.spec) ? 2 : 1, size.batch, network.hidden]);
  });
}

export async function downloadStates(states: readonly Tensor3D[]): Promise<CellState[]> {
  return Promise.all(
    states.map(async (state) => {
      const block = state.shape[1] * state.shape[2];
      const both = Float64Array.from(await state.data());
      return { hidden: both.slice(0, block), cell: both.slice(block) };
    }),
  );
}
