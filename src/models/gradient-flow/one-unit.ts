import { ACTIVATIONS, type Activation } from '../dense/activations.ts';
import { clipByNorm, gradientNorm } from '../optim/clip.ts';

/**
 * The smallest recurrent net that has a cliff: one unit and no input, a^⟨t⟩ = g(w a^⟨t−1⟩ + b), with the loss L = (a^⟨T⟩ − y)²
 * at the end only. Pascanu, Mikolov & Bengio (2013), figure 6, draw such a unit (theirs has the sigmoid inside).
 */
export interface OneUnit {
  readonly activation: Activation;
  /** a^⟨0⟩. */
  readonly start: number;
  /** T ≥ 1. */
  readonly steps: number;
  /** y. */
  readonly target: number;
}

/** θ: the weight w and the bias b. */
export interface UnitParameters {
  readonly weight: number;
  readonly bias: number;
}

export interface UnitLoss {
  readonly loss: number;
  /** ∂L/∂w and ∂L/∂b. */
  readonly gradient: UnitParameters;
}

/** a^⟨0⟩ … a^⟨T⟩ (T + 1). */
export function unitStates({ activation, start, steps }: OneUnit, { weight, bias }: UnitParameters) {
  const { value } = ACTIVATIONS[activation];
  const states = new Float64Array(steps + 1);
  states[0] = start;
  for (let t = 1; t <= steps; t++) states[t] = value(weight * states[t - 1]! + bias);
  return states;
}

/** L and its gradient, by backpropagation through time. What overflows is ±∞ or NaN, as it comes. */
export function unitLoss(unit: OneUnit, parameters: UnitParameters): UnitLoss {
  const states = unitStates(unit, parameters);
  const { derivative } = ACTIVATIONS[unit.activation];
  const { weight, bias } = parameters;
  const error = states[unit.steps]! - unit.target;
  let flow = 2 * error;
  let [byWeight, byBias] = [0, 0];
  for (let t = unit.steps; t >= 1; t--) {
    const before = states[t - 1]!;
    const slope = flow * derivative(weight * before + bias, states[t]!);
    byWeight += slope * before;
    byBias += slope;
    flow = slope * weight;
  }
  return { loss: error * error, gradient: { weight: byWeight, bias: byBias } };
}

/** Where gradient descent stands, and what it is about to do. */
export interface DescentPoint extends UnitParameters {
  readonly loss: number;
  readonly gradient: UnitParameters;
  /** ‖∂L/∂θ‖ before clipping. */
  readonly norm: number;
}

export interface DescentOptions {
  readonly from: UnitParameters;
  readonly learningRate: number;
  /** Longest gradient that is used; null: as it is. */
  readonly clip: number | null;
  /** Updates; there is one point more. */
  readonly updates: number;
}

/** Plain gradient descent, θ ← θ − η g. It goes on when numbers are no longer finite: that is what is to be seen. */
export function descend(
  unit: OneUnit,
  { from, learningRate, clip, updates }: DescentOptions,
): readonly DescentPoint[] {
  const points: DescentPoint[] = [];
  let { weight, bias } = from;
  for (let i = 0; i <= updates; i++) {
    const { loss, gradient } = unitLoss(unit, { weight, bias });
    const used = Float64Array.of(gradient.weight, gradient.bias);
    const norm = clip === null ? gradientNorm(used) : clipByNorm(used, clip);
    points.push({ weight, bias, loss, gradient, norm });
    weight -= learningRate * used[0]!;
    bias -= learningRate * used[1]!;
  }
  return points;
}
