import {
  abs,
  add,
  clipByValue,
  div,
  elu,
  erf,
  leakyRelu,
  mul,
  relu,
  sigmoid,
  softplus,
  type Tensor,
  tanh,
} from '@tensorflow/tfjs-core';
import { type Activation, LEAKY_SLOPE } from '../../models/dense/activations.ts';

/** The activations of `models/dense/activations.ts` as TF.js ops; their derivatives are TF.js's own. */
export const TF_ACTIVATIONS: Readonly<Record<Activation, (z: Tensor) => Tensor>> = {
  sigmoid: (z) => sigmoid(z),
  'hard-sigmoid': (z) => clipByValue(add(mul(z, 0.2), 0.5), 0, 1),
  'hard-sigmoid-torch': (z) => clipByValue(add(div(z, 6), 0.5), 0, 1),
  tanh: (z) => tanh(z),
  'hard-tanh': (z) => clipByValue(z, -1, 1),
  relu: (z) => relu(z),
  'leaky-relu': (z) => leakyRelu(z, LEAKY_SLOPE),
  elu: (z) => elu(z),
  softplus: (z) => softplus(z),
  softsign: (z) => div(z, add(abs(z), 1)),
  gelu: (z) => mul(mul(z, 0.5), add(erf(mul(z, Math.SQRT1_2)), 1)),
  silu: (z) => mul(z, sigmoid(z)),
  linear: (z) => z,
};
