import {
  add,
  concat,
  div,
  minimum,
  mul,
  type Scalar,
  stack,
  type Tensor,
  type Tensor1D,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { NextSymbolShape } from '../../models/language/next-symbol.ts';
import { zeroStates } from '../../models/language/next-symbol.ts';
import type { TrainingBatch } from '../feed.ts';
import type { RunConfig, StepStats } from '../protocol.ts';
import type { StartState } from '../start.ts';
import type { StateTensors } from './cells.ts';
import { disposeStates, type GraphModel, lossAndGradientTensors, uploadStates } from './graph.ts';
import { applyOptimizer, tensorNorm } from './optimizer.ts';

/** All that lives on the device between two steps. */
export interface DeviceState {
  parameters: Tensor1D;
  moments: readonly Tensor1D[];
  states: readonly StateTensors[];
  /** Loss, gradient norm and accuracy of every step since the last read-back, (3) each. */
  unread: Tensor1D[];
}

/** `clipByNorm`'s guard against a norm of 0. */
const EPSILON = 1e-6;
const STATS = 3;

export function uploadStart({ parameters, optimizer, carried }: StartState, batch: number): DeviceState {
  const moments = optimizer.subarray(2);
  const { length } = parameters;
  return {
    parameters: toDevice(parameters),
    moments: Array.from({ length: moments.length / length }, (_, i) =>
      toDevice(moments.subarray(i * length, (i + 1) * length)),
    ),
    states: uploadStates(carried, batch),
    unread: [],
  };
}

export function toDevice(values: Float64Array): Tensor1D {
  return tensor1d(Float32Array.from(values));
}

/** What a step is given besides the state. */
export interface DeviceStep {
  readonly model: GraphModel;
  readonly config: Pick<RunConfig, 'clip' | 'optimizer'>;
  readonly batch: TrainingBatch;
  /** 1 for the first step. */
  readonly step: number;
  readonly learningRate: number;
}

/** Writes one step into the device's queue, and puts what comes out in place of what went in. Reads nothing back. */
export function stepOnDevice(device: DeviceState, at: DeviceStep): void {
  const { network, size } = at.model;
  if (at.batch.restart) replaceStates(device, zeroOnDevice(network, size.batch));
  let states: readonly StateTensors[] = [];
  const computed = tidy(() => {
    const { stats, update, kept } = computeStep(device, at);
    states = kept;
    return [stats, update.parameters, ...update.moments];
  });
  const [stats, parameters, ...moments] = computed as [Tensor1D, Tensor1D, ...Tensor1D[]];
  replaceStates(device, states);
  for (const old of [device.parameters, ...device.moments]) old.dispose();
  Object.assign(device, { parameters, moments });
  device.unread.push(stats);
}

function computeStep(device: DeviceState, { model, config, batch, step, learningRate }: DeviceStep) {
  const found = lossAndGradientTensors(model, device.parameters, batch, device.states);
  const norm = tensorNorm(found.gradients);
  const gradients = config.clip === null ? found.gradients : shorten(found.gradients, norm, config.clip);
  const update = applyOptimizer(config.optimizer, { ...device, gradients, step, learningRate });
  const stats = stack([found.loss, norm, found.accuracy ?? norm]) as Tensor1D;
  found.accuracy?.dispose();
  return { stats, update, kept: found.states };
}

/** g · min(1, clip / (‖g‖ + 1e-6)). */
function shorten(gradients: Tensor1D, norm: Scalar, clip: number): Tensor1D {
  return mul(gradients, minimum(div(clip, add(norm, EPSILON)), 1));
}

function zeroOnDevice(network: NextSymbolShape, batch: number): readonly StateTensors[] {
  return uploadStates(zeroStates(network, batch), batch);
}

function replaceStates(device: DeviceState, states: readonly StateTensors[]): void {
  disposeStates(device.states);
  device.states = states;
}

/** The steps' scalars, oldest first, in one read; the last of them is step `done`. */
export async function readUnread(
  device: DeviceState,
  done: number,
  hasAccuracy: boolean,
): Promise<readonly StepStats[]> {
  const unread = device.unread.splice(0);
  if (unread.length === 0) return [];
  const all = tidy(() => concat(unread));
  for (const one of unread) one.dispose();
  const values = await all.data();
  all.dispose();
  return unread.map((_, i) => ({
    step: done - unread.length + 1 + i,
    loss: values[STATS * i]!,
    gradientNorm: values[STATS * i + 1]!,
    accuracy: hasAccuracy ? values[STATS * i + 2]! : null,
  }));
}

/** Tensors as 64-bit arrays. */
export async function download(tensors: readonly Tensor[]): Promise<Float64Array[]> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data()));
  return values.map((each) => Float64Array.from(each));
}

export function disposeDevice({ parameters, moments, states, unread }: DeviceState): void {
  for (const tensor of [parameters, ...moments, ...unread]) tensor.dispose();
  disposeStates(states);
}
