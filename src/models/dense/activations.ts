import { normalCdf, normalPdf } from './normal.ts';

/**
 * Elementwise activation functions. Two functions are called "hard sigmoid" elsewhere; they differ:
 * `hard-sigmoid` is clip(z/5 + ½, 0, 1) (Keras 1 and 2), `hard-sigmoid-torch` is clip(z/6 + ½, 0, 1) (PyTorch, Keras 3).
 */
export type Activation =
  | 'sigmoid'
  | 'hard-sigmoid'
  | 'hard-sigmoid-torch'
  | 'tanh'
  | 'hard-tanh'
  | 'relu'
  | 'leaky-relu'
  | 'elu'
  | 'softplus'
  | 'softsign'
  | 'gelu'
  | 'silu'
  | 'linear';

export interface ActivationFunction {
  /** y = g(z). */
  value(z: number): number;
  /** g′(z), given y = g(z) as well. At a kink: the value that PyTorch takes (0 for ReLU). */
  derivative(z: number, y: number): number;
}

/** Slope of the leaky ReLU left of zero (PyTorch's default). */
export const LEAKY_SLOPE = 0.01;

/** 1 / (1 + e^(−z)). No branch is needed: e^(−z) may overflow to ∞, and 1/∞ is the right answer. */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function clip(z: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, z));
}

/** Each function beside its derivative. */
export const ACTIVATIONS: Readonly<Record<Activation, ActivationFunction>> = {
  sigmoid: { value: sigmoid, derivative: (_z, y) => y * (1 - y) },
  'hard-sigmoid': {
    value: (z) => clip(0.2 * z + 0.5, 0, 1),
    derivative: (_z, y) => (y > 0 && y < 1 ? 0.2 : 0),
  },
  'hard-sigmoid-torch': {
    value: (z) => clip(z / 6 + 0.5, 0, 1),
    derivative: (_z, y) => (y > 0 && y < 1 ? 1 / 6 : 0),
  },
  tanh: { value: Math.tanh, derivative: (_z, y) => 1 - y * y },
  'hard-tanh': { value: (z) => clip(z, -1, 1), derivative: (z) => (z > -1 && z < 1 ? 1 : 0) },
  relu: { value: (z) => Math.max(z, 0), derivative: (z) => (z > 0 ? 1 : 0) },
  'leaky-relu': {
    value: (z) => (z > 0 ? z : LEAKY_SLOPE * z),
    derivative: (z) => (z > 0 ? 1 : LEAKY_SLOPE),
  },
  elu: { value: (z) => (z > 0 ? z : Math.expm1(z)), derivative: (z, y) => (z > 0 ? 1 : y + 1) },
  // max(z, 0) + ln(1 + e^(−|z|)) neither overflows nor loses the tail.
  softplus: {
    value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
    derivative: (z) => sigmoid(z),
  },
  softsign: { value: (z) => z / (1 + Math.abs(z)), derivative: (z) => 1 / (1 + Math.abs(z)) ** 2 },
  // The exact z·Φ(z), not the tanh approximation.
  gelu: { value: (z) => z * normalCdf(z), derivative: (z) => normalCdf(z) + z * normalPdf(z) },
  silu: {
    value: (z) => z * sigmoid(z),
    derivative: (z, y) => y + sigmoid(z) * (1 - y),
  },
  linear: { value: (z) => z, derivative: () => 1 },
};

/**
 * True when g(−z) = 1 − g(z): then negating a gate's weights turns Γ into 1 − Γ, which is how one update-gate convention
 * becomes the other.
 */
export function isMirrored(activation: Activation): boolean {
  return activation === 'sigmoid' || activation === 'hard-sigmoid' || activation === 'hard-sigmoid-torch';
}

/**
 * y[i] = g(z[i]) for `count` values from `start` on. The two functions that recurrent cells live on have loops of their
 * own: a call through the table would box every number.
 */
export function applyActivation(
  activation: Activation,
  z: Float64Array,
  y: Float64Array,
  start = 0,
  count = z.length - start,
): void {
  const end = start + count;
  if (activation === 'sigmoid') {
    for (let i = start; i < end; i++) y[i] = 1 / (1 + Math.exp(-z[i]!));
  } else if (activation === 'tanh') {
    for (let i = start; i < end; i++) y[i] = Math.tanh(z[i]!);
  } else {
    const { value } = ACTIVATIONS[activation];
    for (let i = start; i < end; i++) y[i] = value(z[i]!);
  }
}

/** dz[i] = dy[i]·g′(z[i]) for `count` values from `start` on; `dz` may be `dy`. */
export function applyDerivative(
  activation: Activation,
  z: Float64Array,
  y: Float64Array,
  dy: Float64Array,
  dz: Float64Array,
  start = 0,
  count = z.length - start,
): void {
  const end = start + count;
  if (activation === 'sigmoid') {
    for (let i = start; i < end; i++) dz[i] = dy[i]! * y[i]! * (1 - y[i]!);
  } else if (activation === 'tanh') {
    for (let i = start; i < end; i++) dz[i] = dy[i]! * (1 - y[i]! * y[i]!);
  } else {
    const { derivative } = ACTIVATIONS[activation];
    for (let i = start; i < end; i++) dz[i] = dy[i]! * derivative(z[i]!, y[i]!);
  }
}
