import {
  add,
  div,
  mul,
  type Scalar,
  sqrt,
  square,
  sub,
  sum,
  type Tensor1D,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { OptimizerSpec } from '../../models/optim/types.ts';

/** One optimiser step on flat tensors; nothing is changed in place. */
export interface TensorStep {
  readonly parameters: Tensor1D;
  readonly gradients: Tensor1D;
  readonly moments: readonly Tensor1D[];
  /** 1 for the first step. */
  readonly step: number;
  readonly learningRate: number;
}

export type TensorUpdate = Pick<TensorStep, 'parameters' | 'moments'>;

/**
 * The rules of `models/optim` as TF.js ops. TF.js's own optimisers put ε elsewhere (Adam beside the uncorrected root,
 * RMSProp inside it), so the same settings would train differently there.
 */
export function applyOptimizer(spec: OptimizerSpec, at: TensorStep): TensorUpdate {
  switch (spec.kind) {
    case 'sgd':
      return { parameters: descend(at, mul(at.gradients, at.learningRate)), moments: [] };
    case 'momentum':
      return momentum(spec, at);
    case 'rmsprop':
      return rmsprop(spec, at);
    case 'adam':
      return adam(spec, at);
  }
}

type Spec<Kind extends OptimizerSpec['kind']> = Extract<OptimizerSpec, { kind: Kind }>;

function momentum(spec: Spec<'momentum'>, at: TensorStep): TensorUpdate {
  const v: Tensor1D = add(mul(moment(at, 0), spec.momentum), at.gradients);
  return { parameters: descend(at, mul(v, at.learningRate)), moments: [v] };
}

function rmsprop({ decay, epsilon }: Spec<'rmsprop'>, at: TensorStep): TensorUpdate {
  const s = average(moment(at, 0), square(at.gradients), decay);
  const change: Tensor1D = div(mul(at.gradients, at.learningRate), add(sqrt(s), epsilon));
  return { parameters: descend(at, change), moments: [s] };
}

function adam({ beta1, beta2, epsilon }: Spec<'adam'>, at: TensorStep): TensorUpdate {
  const m = average(moment(at, 0), at.gradients, beta1);
  const v = average(moment(at, 1), square(at.gradients), beta2);
  const stepSize = at.learningRate / (1 - beta1 ** at.step);
  const root = mul(sqrt(v), 1 / Math.sqrt(1 - beta2 ** at.step));
  const change: Tensor1D = div(mul(m, stepSize), add(root, epsilon));
  return { parameters: descend(at, change), moments: [m, v] };
}

/** decay·old + (1 − decay)·value. */
function average(old: Tensor1D, value: Tensor1D, decay: number): Tensor1D {
  return add(mul(old, decay), mul(value, 1 - decay));
}

function descend({ parameters }: TensorStep, change: Tensor1D): Tensor1D {
  return sub(parameters, change);
}

function moment({ moments, parameters }: TensorStep, index: number): Tensor1D {
  return moments[index] ?? zerosLike(parameters);
}

/** ‖g‖. */
export function tensorNorm(gradients: Tensor1D): Scalar {
  return sqrt(sum(square(gradients)));
}
