import {
  add,
  argMax,
  concat,
  equal,
  keep,
  logSoftmax,
  matMul,
  mean,
  mul,
  oneHot,
  reshape,
  type Scalar,
  slice,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import type { CellState, SequenceSize } from '../../models/cells/types.ts';
import { countTargets } from '../../models/dense/losses.ts';
import type { NextSymbolShape, SymbolBatch } from '../../models/language/next-symbol.ts';
import type { ParameterLayout } from '../../models/parameters.ts';
import { type CellTensors, runLayer, type StateTensors } from './cells.ts';

/** The model of `models/language/next-symbol.ts` as a TF.js graph over one flat tensor of parameters. */
export interface GraphModel {
  readonly network: NextSymbolShape;
  readonly layout: ParameterLayout;
  readonly size: SequenceSize;
  /** Whether to compare the answers of the last step with their targets (recall). */
  readonly asksOnce: boolean;
}

export interface GraphResult {
  readonly loss: Scalar;
  /** Flat, in the layout's order. */
  readonly gradients: Tensor1D;
  /** Carried on; kept, so the caller disposes of them. */
  readonly states: readonly StateTensors[];
  /** Share of right answers; kept. Null unless the model asks once. */
  readonly accuracy: Scalar | null;
}

/** Mean cross-entropy and its gradient. Call inside a `tidy`; what is kept outlives it. */
export function lossAndGradientTensors(
  model: GraphModel,
  parameters: Tensor1D,
  batch: SymbolBatch,
  states: readonly StateTensors[],
): GraphResult {
  const slots = model.layout.slots.filter(({ length }) => length > 0);
  const values = slots.map(({ offset, length, shape }) =>
    reshape(slice(parameters, offset, length), [...shape]),
  );
  const kept: { states: StateTensors[]; accuracy: Scalar | null } = { states: [], accuracy: null };
  const lossOf = (...tensors: Tensor[]): Scalar => {
    const named = new Map(slots.map(({ name }, i) => [name, tensors[i]!]));
    const { logits, final } = forward(model, named, batch, states);
    kept.states = final.map(keepState);
    if (model.asksOnce) kept.accuracy = keep(lastStepAccuracy(model, logits, batch));
    return crossEntropyOf(logits, batch.targets);
  };
  const { value, grads } = valueAndGrads(lossOf)(values);
  const gradients = concat(grads.map((gradient) => reshape(gradient, [gradient.size]))) as Tensor1D;
  return { loss: value as Scalar, gradients, ...kept };
}

function forward(
  { network, size }: GraphModel,
  slots: ReadonlyMap<string, Tensor>,
  { ids }: SymbolBatch,
  states: readonly StateTensors[],
): { readonly logits: Tensor2D; readonly final: readonly StateTensors[] } {
  let input = oneHotRows(ids, network.vocabulary);
  const final: StateTensors[] = [];
  for (const [layer, state] of states.entries()) {
    const ran = runLayer(network.spec, layerTensors(slots, layer), input, size, state);
    input = concat([...ran.outputs], 0);
    final.push(ran.final);
  }
  const logits = add(matMul(input, slots.get('head.weights') as Tensor2D), slots.get('head.bias')!);
  return { logits: logits as Tensor2D, final };
}

function layerTensors(slots: ReadonlyMap<string, Tensor>, layer: number): CellTensors {
  const slot = (name: keyof CellTensors) => slots.get(`layers.${layer}.${name}`) ?? null;
  return {
    inputWeights: slot('inputWeights'),
    recurrentWeights: slot('recurrentWeights'),
    bias: slot('bias'),
    recurrentBias: slot('recurrentBias'),
    peepholes: slot('peepholes'),
  };
}

/** (N, V); a row of zeros for `NO_TARGET`. */
function oneHotRows(ids: Int32Array, classes: number): Tensor2D {
  return oneHot(tensor1d(ids, 'int32'), classes, 1, 0, 'float32') as Tensor2D;
}

function crossEntropyOf(logits: Tensor2D, targets: Int32Array): Scalar {
  const chosen = mul(logSoftmax(logits), oneHotRows(targets, logits.shape[1]));
  return mul(sum(chosen), -1 / Math.max(1, countTargets(targets))) as Scalar;
}

function lastStepAccuracy({ size }: GraphModel, logits: Tensor2D, { targets }: SymbolBatch): Scalar {
  return tidy(() => {
    const { batch, steps } = size;
    const answers = argMax(slice(logits, [(steps - 1) * batch, 0], [batch, logits.shape[1]]), 1);
    const right = equal(answers, tensor1d(targets.slice(-batch), 'int32'));
    return mean(mul(right, 1)) as Scalar;
  });
}

function keepState({ hidden, cell }: StateTensors): StateTensors {
  return { hidden: keep(hidden), cell: cell && keep(cell) };
}

/** States (B, n_a) of each layer, on the device. */
export function uploadStates(states: readonly CellState[], batch: number): StateTensors[] {
  const upload = (values: Float64Array) =>
    tensor2d(Float32Array.from(values), [batch, values.length / batch]);
  return states.map(({ hidden, cell }) => ({
    hidden: upload(hidden),
    cell: cell.length > 0 ? upload(cell) : null,
  }));
}

export async function downloadStates(states: readonly StateTensors[]): Promise<CellState[]> {
  const read = async (tensor: Tensor | null) =>
    tensor ? Float64Array.from(await tensor.data()) : new Float64Array(0);
  return Promise.all(
    states.map(async ({ hidden, cell }) => ({ hidden: await read(hidden), cell: await read(cell) })),
  );
}

export function disposeStates(states: readonly StateTensors[]): void {
  for (const { hidden, cell } of states) {
    hidden.dispose();
    cell?.dispose();
  }
}
