import { ACTIVATIONS, type Activation } from '../dense/activations.ts';

/**
 * A recurrent net whose state may leak and whose arrows may skip steps:
 *
 *   a^⟨t⟩ = α a^⟨t−1⟩ + (1 − α) g(Σ_d W_d a^⟨t−d⟩ + W_x x^⟨t⟩)
 *
 * α = 0 and the only delay 1: the plain RNN. α > 0: leaky units, μ ← αμ + (1 − α)v (Mozer 1992; El Hihi & Bengio 1996; Jaeger
 * et al. 2007). Delays 1 and d: skip connections through time (Lin et al. 1996). Delay d without 1: long edges in the place of
 * short ones (Goodfellow, Bengio & Courville 2016, section 10.9.3). States before the first step are 0.
 */
export interface DelayedNet {
  readonly activation: Activation;
  /** α, 0 ≤ α < 1. */
  readonly leak: number;
  /** The d of the sum, each at least 1. */
  readonly delays: readonly number[];
  /** n. */
  readonly units: number;
  /** n_x. */
  readonly inputs: number;
}

export interface DelayedParameters {
  /** W_d for each delay (n, n), row-major: row = the earlier unit, column = the unit. */
  readonly recurrent: readonly Float64Array[];
  /** W_x (n_x, n), row-major. */
  readonly input: Float64Array;
}

export interface DelayedTrace {
  /** (T, n). */
  readonly states: Float64Array;
  /** g′ at every step and unit (T, n). */
  readonly slopes: Float64Array;
  readonly steps: number;
}

/** Runs one sequence x (T, n_x). */
export function forwardDelayed(
  net: DelayedNet,
  parameters: DelayedParameters,
  values: Float64Array,
): DelayedTrace {
  const { units: n, inputs, leak, delays } = net;
  const { value, derivative } = ACTIVATIONS[net.activation];
  const steps = values.length / inputs;
  const states = new Float64Array(steps * n);
  const slopes = new Float64Array(steps * n);
  const pre = new Float64Array(n);
  for (let t = 0; t < steps; t++) {
    pre.fill(0);
    addProduct(parameters.input, values, t * inputs, inputs, pre);
    delays.forEach((delay, i) => {
      if (t >= delay) addProduct(parameters.recurrent[i]!, states, (t - delay) * n, n, pre);
    });
    for (let j = 0; j < n; j++) {
      const y = value(pre[j]!);
      slopes[t * n + j] = derivative(pre[j]!, y);
      states[t * n + j] = (t > 0 ? leak * states[(t - 1) * n + j]! : 0) + (1 - leak) * y;
    }
  }
  return { states, slopes, steps };
}

/** ∂L/∂a at every step (T, n), from ∂L/∂a^⟨T⟩ (n) at the last. */
export function backwardDelayed(
  net: DelayedNet,
  parameters: DelayedParameters,
  { slopes, steps }: DelayedTrace,
  last: Float64Array,
): Float64Array {
  const { units: n, leak, delays } = net;
  const gradients = new Float64Array(steps * n);
  gradients.set(last, (steps - 1) * n);
  const pre = new Float64Array(n);
  for (let t = steps - 1; t > 0; t--) {
    for (let j = 0; j < n; j++) {
      const arrived = gradients[t * n + j]!;
      gradients[(t - 1) * n + j]! += leak * arrived;
      pre[j] = (1 - leak) * slopes[t * n + j]! * arrived;
    }
    delays.forEach((delay, i) => {
      if (t >= delay) addTransposed(parameters.recurrent[i]!, pre, gradients, (t - delay) * n);
    });
  }
  return gradients;
}

/** `into` += the row vector `rows` values of `from`, from `start` on, times the matrix (rows, n). */
function addProduct(
  matrix: Float64Array,
  from: Float64Array,
  start: number,
  rows: number,
  into: Float64Array,
): void {
  const n = into.length;
  for (let row = 0; row < rows; row++) {
    const factor = from[start + row]!;
    for (let j = 0; j < n; j++) into[j]! += factor * matrix[row * n + j]!;
  }
}

/** `into`, from `start` on, += the matrix (n, n) times the column vector. */
function addTransposed(matrix: Float64Array, column: Float64Array, into: Float64Array, start: number): void {
  const n = column.length;
  for (let row = 0; row < n; row++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[row * n + j]! * column[j]!;
    into[start + row]! += sum;
  }
}
