import {
  keep,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor1d,
  tensor3d,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import { crossEntropy, dense, lookUp, recurrence, unpack } from '../../kernels/wgsl/ops.ts';
import { packTokens } from '../../kernels/wgsl/tokens.ts';
import { hasCell } from '../../models/cells/roles.ts';
import type { CellState, SequenceSize } from '../../models/cells/types.ts';
import { countTargets } from '../../models/dense/losses.ts';
import type { NextSymbolShape, SymbolBatch } from '../../models/language/next-symbol.ts';
import type { ParameterLayout } from '../../models/parameters.ts';

/** The model of `models/language/next-symbol.ts` as a TF.js graph of our fused ops over one flat tensor of parameters. */
export interface GraphModel {
  readonly network: NextSymbolShape;
  readonly layout: ParameterLayout;
  readonly size: SequenceSize;
}

/** A batch on the device. */
export interface DeviceBatch {
  readonly tokens: Tensor1D;
  /** 1 / number of targets. */
  readonly scale: number;
}

export interface GraphInput {
  readonly parameters: Tensor1D;
  readonly batch: DeviceBatch;
  /** (S, B, n_a) of each layer. */
  readonly states: readonly Tensor3D[];
  /** ∂L/∂L = 1, at hand on the device. */
  readonly one: Scalar;
}

export interface GraphResult {
  readonly loss: Scalar;
  /** Share of the targets that were the most probable token. Kept, so the caller disposes of it. */
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
    const { logits, final } = forward(model, flat as Tensor1D, input);
    const { tokens, scale } = input.batch;
    const { loss, accuracy } = crossEntropy(logits, tokens, { ...batchShape(model), scale });
    kept.states = final.map((state) => keep(state));
    kept.accuracy = keep(accuracy);
    return loss;
  };
  const { value, grads } = valueAndGrads(lossOf)([input.parameters], input.one);
  return { loss: value as Scalar, gradients: grads[0] as Tensor1D, ...kept };
}

function forward(
  model: GraphModel,
  flat: Tensor1D,
  { batch, states }: GraphInput,
): { readonly logits: Tensor2D; readonly final: readonly Tensor3D[] } {
  const { network, size } = model;
  const slot = unpackSlots(model, flat);
  const final: Tensor3D[] = [];
  let below: Tensor2D | null = null;
  for (const [layer, initial] of states.entries()) {
    const of = (name: string) => slot(`layers.${layer}.${name}`);
    const [weights, bias] = [of('inputWeights') as Tensor2D, of('bias') as Tensor1D];
    const z = below ? dense(below, weights, bias) : lookUp(batch.tokens, batchShape(model), weights, bias);
    const ran = recurrence(
      { z, weights: of('recurrentWeights') as Tensor2D, initial, extra: maybeExtra(model, slot, layer) },
      { spec: network.spec, hidden: network.hidden, ...size, reverse: false, fromFinal: false },
    );
    below = ran.hidden;
    final.push(ran.final);
  }
  if (!below) throw new RangeError('a network needs a layer');
  const logits = dense(below, slot('head.weights') as Tensor2D, slot('head.bias') as Tensor1D);
  return { logits, final };
}

/** Slots by name; those of length 0 are no tensors. */
function unpackSlots({ layout }: GraphModel, flat: Tensor1D): (name: string) => Tensor {
  const slots = layout.slots.filter(({ length }) => length > 0);
  const tensors = unpack(flat, slots);
  const named = new Map(slots.map(({ name }, i) => [name, tensors[i]]));
  return (name) => {
    const tensor = named.get(name);
    if (!tensor) throw new RangeError(`the layout has no slot ${name}`);
    return tensor;
  };
}

/** The recurrent bias or the peepholes, where the cell has them. */
function maybeExtra({ layout }: GraphModel, slot: (name: string) => Tensor, layer: number): Tensor1D | null {
  const names = ['recurrentBias', 'peepholes'].map((name) => `layers.${layer}.${name}`);
  const found = layout.slots.find(({ name, length }) => names.includes(name) && length > 0);
  return found ? (slot(found.name) as Tensor1D) : null;
}

function batchShape({ network, size }: GraphModel) {
  return { rows: size.steps * size.batch, classes: network.vocabulary };
}

export function uploadBatch({ network }: GraphModel, { ids, targets }: SymbolBatch): DeviceBatch {
  return {
    tokens: tensor1d(packTokens(ids, targets, network.vocabulary), 'int32'),
    scale: 1 / Math.max(1, countTargets(targets)),
  };
}

/** The state of each layer, on the device: (S, B, n_a), a and, for an LSTM, c. */
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
