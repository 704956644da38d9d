import {
  fill,
  norm,
  type Scalar,
  scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';
import { update } from '../../kernels/wgsl/ops.ts';
import type { HeldOutBatch } from '../../models/language/held-out.ts';
import { networkZeroStates } from '../../models/network/token-network.ts';
import type { TrainingBatch } from '../feed.ts';
import type { RunConfig, StepStats } from '../protocol.ts';
import type { StartState } from '../start.ts';
import { CURVE_LIMIT } from '../thinner.ts';
import {
  downloadStates,
  type GraphModel,
  lossAndGradientTensors,
  lossTensor,
  uploadBatch,
  uploadStates,
} from './graph.ts';

/** All that lives on the device between two steps. */
export interface DeviceState {
  /** Changed in place by every step, like the moments. */
  parameters: Tensor1D;
  readonly moments: readonly Tensor1D[];
  /** (S, B, n_a) of each cell. */
  states: readonly Tensor3D[];
  /** Where the last batch of held-out text ended; empty before there was one. */
  held: readonly Tensor3D[];
  /** The state before a text begins, the same for every cell. */
  readonly zero: Tensor3D;
  readonly one: Scalar;
  /** Loss, gradient norm and accuracy of every step since the last read-back, a row (3) each. */
  readonly curve: Tensor2D;
  /** Targets of each step whose row was not read yet. */
  asked: number[];
}

const STATS = 3;

export function uploadStart(model: GraphModel, { parameters, optimizer, carried }: StartState): DeviceState {
  const moments = optimizer.subarray(2);
  const { length } = parameters;
  const [zero] = uploadStates(model, networkZeroStates(model.network, model.size.batch).slice(0, 1));
  if (!zero) throw new RangeError('a network needs a layer');
  return {
    parameters: toDevice(parameters),
    moments: Array.from({ length: moments.length / length }, (_, i) =>
      toDevice(moments.subarray(i * length, (i + 1) * length)),
    ),
    states: uploadStates(model, carried),
    held: [],
    zero,
    one: scalar(1),
    curve: fill([CURVE_LIMIT, STATS], 0),
    asked: [],
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

/** Writes one step into the device's queue. Reads nothing back. */
export function stepOnDevice(device: DeviceState, at: DeviceStep): void {
  const { model, config, step, learningRate } = at;
  const before = at.batch.restart ? device.states.map(() => device.zero) : device.states;
  let after: readonly Tensor3D[] = [];
  let asked = 0;
  tidy(() => {
    const batch = uploadBatch(model, at.batch);
    asked = batch.asked;
    const found = lossAndGradientTensors(model, { ...device, batch, states: before });
    const { clip, optimizer } = config;
    update({ ...device, ...found }, { optimizer, learningRate, step, clip, slot: device.asked.length });
    found.accuracy.dispose();
    after = found.states;
  });
  replaceStates(device, after);
  device.asked.push(asked);
}

function replaceStates(device: DeviceState, states: readonly Tensor3D[]): void {
  for (const state of device.states) state.dispose();
  device.states = states;
}

/** Loss and gradient of a batch from zero states, before the first step. Waits for the device. */
export async function measureFirst(
  device: DeviceState,
  model: GraphModel,
  batch: TrainingBatch,
  hasAccuracy: boolean,
): Promise<Omit<StepStats, 'step'>> {
  let asked = 0;
  const results = tidy(() => {
    const uploaded = uploadBatch(model, batch);
    asked = uploaded.asked;
    const states = device.states.map(() => device.zero);
    const found = lossAndGradientTensors(model, { ...device, batch: uploaded, states });
    for (const state of found.states) state.dispose();
    return [found.loss, found.accuracy, norm(found.gradients)];
  });
  const [loss = Number.NaN, share = 0, gradientNorm = Number.NaN] = (await downloadAll(results)).map(
    ([value]) => value,
  );
  for (const tensor of results) tensor.dispose();
  return { loss, gradientNorm, accuracy: hasAccuracy ? exactShare(share, asked) : null };
}

/** See `Trainer.evaluate`. Waits for the device. */
export async function measureOnDevice(
  device: DeviceState,
  model: GraphModel,
  batch: HeldOutBatch,
): Promise<number> {
  const before = batch.restart ? device.states.map(() => device.zero) : device.held;
  let after: readonly Tensor3D[] = [];
  const loss = tidy(() => {
    const found = lossTensor(model, { ...device, batch: uploadBatch(model, batch), states: before });
    after = found.states;
    return found.loss;
  });
  for (const state of device.held) state.dispose();
  device.held = after;
  const [value = Number.NaN] = await loss.data();
  loss.dispose();
  return value;
}

/** The steps' scalars, oldest first, in one read; the last of them is step `done`. */
export async function readUnread(
  device: DeviceState,
  done: number,
  hasAccuracy: boolean,
): Promise<readonly StepStats[]> {
  const { asked } = device;
  const count = asked.length;
  if (count === 0) return [];
  // The copy is taken now; the steps after it may write over the rows.
  const reading = device.curve.data();
  device.asked = [];
  const values = await reading;
  return Array.from({ length: count }, (_, i) => ({
    step: done - count + 1 + i,
    loss: values[STATS * i]!,
    gradientNorm: values[STATS * i + 1]!,
    accuracy: hasAccuracy ? exactShare(values[STATS * i + 2]!, asked[i]!) : null,
  }));
}

/** A share in 32 bits as the fraction that it is: 1 must not come out as 0.99999994. */
function exactShare(share: number, asked: number): number {
  return Math.round(share * asked) / Math.max(1, asked);
}

/** What a checkpoint keeps of the device, in its 32 bits. */
export async function downloadState({ parameters, moments, states }: DeviceState) {
  const [flat = new Float32Array(0), ...others] = await downloadAll([parameters, ...moments]);
  return { parameters: flat, moments: others, carried: await downloadStates(states) };
}

/** Tensors of floats as they are. */
function downloadAll(tensors: readonly Tensor[]): Promise<Float32Array[]> {
  return Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
}

/** Tensors as 64-bit arrays. */
export async function download(tensors: readonly Tensor[]): Promise<Float64Array[]> {
  return (await downloadAll(tensors)).map((each) => new Float64Array(each));
}

export function disposeDevice({ parameters, moments, states, held, zero, one, curve }: DeviceState): void {
  for (const tensor of [parameters, ...moments, ...states, ...held, zero, one, curve]) tensor.dispose();
}
