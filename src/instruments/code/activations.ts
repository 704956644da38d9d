import { type Activation, LEAKY_SLOPE } from '../../models/dense/activations.ts';

/** An activation function as it is written in code. */
export interface ActivationCode {
  /** g(z) in PyTorch. */
  torch(z: string): string;
  /** g(z) in TensorFlow.js. */
  tfjs(z: string): string;
  /** What TensorFlow.js's layers call it; null: they lack it. */
  readonly tfjsLayer: string | null;
}

const call = (name: string) => (z: string) => `${name}(${z})`;
/** `z` in parentheses unless it is a name, so that a method can follow. */
const atom = (z: string): string => (/^\w+$/.test(z) ? z : `(${z})`);

/** The same functions as `ACTIVATIONS`, in two other languages. */
export const ACTIVATION_CODE: Readonly<Record<Activation, ActivationCode>> = {
  sigmoid: { torch: call('torch.sigmoid'), tfjs: call('tf.sigmoid'), tfjsLayer: 'sigmoid' },
  'hard-sigmoid': {
    torch: (z) => `(0.2 * ${atom(z)} + 0.5).clamp(0, 1)`,
    tfjs: (z) => `${atom(z)}.mul(0.2).add(0.5).clipByValue(0, 1)`,
    tfjsLayer: 'hardSigmoid',
  },
  'hard-sigmoid-torch': {
    torch: call('nn.functional.hardsigmoid'),
    tfjs: (z) => `${atom(z)}.div(6).add(0.5).clipByValue(0, 1)`,
    tfjsLayer: null,
  },
  tanh: { torch: call('torch.tanh'), tfjs: call('tf.tanh'), tfjsLayer: 'tanh' },
  'hard-tanh': {
    torch: call('nn.functional.hardtanh'),
    tfjs: (z) => `${atom(z)}.clipByValue(-1, 1)`,
    tfjsLayer: null,
  },
  relu: { torch: call('torch.relu'), tfjs: call('tf.relu'), tfjsLayer: 'relu' },
  'leaky-relu': {
    torch: (z) => `nn.functional.leaky_relu(${z}, ${LEAKY_SLOPE})`,
    tfjs: (z) => `tf.leakyRelu(${z}, ${LEAKY_SLOPE})`,
    tfjsLayer: null,
  },
  elu: { torch: call('nn.functional.elu'), tfjs: call('tf.elu'), tfjsLayer: 'elu' },
  softplus: { torch: call('nn.functional.softplus'), tfjs: call('tf.softplus'), tfjsLayer: 'softplus' },
  softsign: {
    torch: call('nn.functional.softsign'),
    tfjs: (z) => `${atom(z)}.div(${atom(z)}.abs().add(1))`,
    tfjsLayer: 'softsign',
  },
  gelu: {
    torch: call('nn.functional.gelu'),
    tfjs: (z) => `${atom(z)}.div(2).mul(${atom(z)}.div(Math.SQRT2).erf().add(1))`,
    tfjsLayer: null,
  },
  silu: {
    torch: call('nn.functional.silu'),
    tfjs: (z) => `${atom(z)}.mul(tf.sigmoid(${z}))`,
    tfjsLayer: null,
  },
  linear: { torch: (z) => z, tfjs: (z) => z, tfjsLayer: 'linear' },
};
