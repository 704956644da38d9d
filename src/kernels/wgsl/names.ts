import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Dropout } from '../../models/cells/dropout.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import type { TokenRows } from './tokens.ts';

/*
 * Our ops as TF.js knows them: a name, tensors in, tensors out, and attributes. Each is registered for the `webgpu`
 * backend (`webgpu-kernels.ts`), and for `cpu` in tests.
 */

export const OPS = {
  /** [flat] → one tensor a slot. */
  unpack: 'UnrolledUnpack',
  /** One tensor a slot → [flat]. */
  pack: 'UnrolledPack',
  /** [tokens, weights (V, C), bias (C)] → [z (N, C)]. */
  lookUp: 'UnrolledLookUp',
  /** [tokens, dz] → [dWeights, dBias]. */
  lookUpGradient: 'UnrolledLookUpGradient',
  /** [x (N, K), weights (K, C), bias (C)] → [z (N, C)]. */
  dense: 'UnrolledDense',
  /** [x, weights, dz] → [dx, dWeights, dBias]. */
  denseGradient: 'UnrolledDenseGradient',
  /** [z, weights, initial, trace, extra?, mask?] → [hidden (N, n_a), final state (S, B, n_a)]; fills `trace`. */
  recurrence: 'UnrolledRecurrence',
  /** [above, weights, trace, dFinal?, extra?, mask?] → [dz, dWeights, dInitial, dExtra?]. */
  recurrenceGradient: 'UnrolledRecurrenceGradient',
  /** [x (N, K)] → [x with values left out (N, K)]; its own gradient. */
  thin: 'UnrolledThin',
  /** [logits (N, V), tokens] → [loss, accuracy]. */
  crossEntropy: 'UnrolledCrossEntropy',
  /** [logits, tokens, dy] → [dLogits]. */
  crossEntropyGradient: 'UnrolledCrossEntropyGradient',
  /** [parameters, gradients, loss, accuracy, curve, ...moments] → []; all but gradients, loss and accuracy in place. */
  update: 'UnrolledUpdate',
  /** A tensor to be filled by an op: contents undefined. */
  empty: 'UnrolledEmpty',
} as const;

/** A named stretch of the flat parameters. */
export interface SlotPlace {
  readonly offset: number;
  readonly length: number;
  readonly shape: readonly number[];
}

export interface PackAttributes {
  readonly slots: readonly SlotPlace[];
  /** Length of the flat array. */
  readonly length: number;
}

export interface RecurrenceAttributes {
  readonly spec: CellSpec;
  /** T. */
  readonly steps: number;
  /** B. */
  readonly batch: number;
  /** n_a. */
  readonly hidden: number;
  readonly reverse: boolean;
  readonly masked: boolean;
  /** Whether the loss may depend on the final state; false cuts the gradient there (truncated backpropagation). */
  readonly fromFinal: boolean;
}

export interface ThinAttributes extends Dropout {
  readonly layer: number;
}

export interface CrossEntropyAttributes {
  readonly rows: number;
  readonly classes: number;
  /** 1 / number of targets. */
  readonly scale: number;
}

export interface UpdateAttributes {
  readonly optimizer: OptimizerSpec;
  readonly learningRate: number;
  /** 1 for the first step. */
  readonly step: number;
  readonly clip: number | null;
  /** Row of the curve that the step's loss, norm and accuracy are written to. */
  readonly slot: number;
}

/** What an op is, whatever the backend. */
export type OpFunction<Backend, Attributes> = (
  backend: Backend,
  inputs: readonly TensorInfo[],
  attributes: Attributes,
) => TensorInfo[];

/** One function an op. */
export interface OpFunctions<Backend> {
  readonly unpack: OpFunction<Backend, PackAttributes>;
  readonly pack: OpFunction<Backend, PackAttributes>;
  readonly lookUp: OpFunction<Backend, TokenRows>;
  readonly lookUpGradient: OpFunction<Backend, TokenRows>;
  readonly dense: OpFunction<Backend, Record<string, never>>;
  readonly denseGradient: OpFunction<Backend, Record<string, never>>;
  readonly recurrence: OpFunction<Backend, RecurrenceAttributes>;
  readonly recurrenceGradient: OpFunction<Backend, RecurrenceAttributes>;
  readonly thin: OpFunction<Backend, ThinAttributes>;
  readonly crossEntropy: OpFunction<Backend, CrossEntropyAttributes>;
  readonly crossEntropyGradient: OpFunction<Backend, CrossEntropyAttributes>;
  readonly update: OpFunction<Backend, UpdateAttributes>;
  readonly empty: OpFunction<Backend, { readonly shape: readonly number[] }>;
}
