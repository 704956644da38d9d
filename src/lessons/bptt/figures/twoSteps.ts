import { zeroCell } from '../../../models/cells/parameters.ts';
import { DEFAULT_RNN } from '../../../models/cells/roles.ts';
import { backwardSequence, forwardSequence } from '../../../models/cells/sequence.ts';
import { ACTIVATIONS } from '../../../models/dense/activations.ts';

/** One unit over three steps: what is given in the checkpoint. */
export interface TwoSteps {
  /** W_aa, a single number. */
  readonly weight: number;
  /** a^⟨1⟩, a^⟨2⟩, a^⟨3⟩. */
  readonly states: readonly [number, number, number];
  /** ∂L^⟨3⟩/∂a^⟨3⟩. */
  readonly gradient: number;
}

export const GIVEN: TwoSteps = { weight: 0.8, states: [0.9, 0.5, 0.6], gradient: 2 };

/** 1 − a²: what tanh lets through at a step, counted from 1. */
export function slope({ states }: TwoSteps, step: 2 | 3): number {
  const a = states[step - 1] ?? Number.NaN;
  return ACTIVATIONS.tanh.derivative(Math.atanh(a), a);
}

/** ∂L^⟨3⟩/∂a^⟨1⟩ by the reference's backward pass, over inputs that lead to exactly these states. */
export function gradientAtFirst({ weight, states, gradient }: TwoSteps): number {
  const shape = { inputs: 1, hidden: 1 };
  const parameters = zeroCell(DEFAULT_RNN, shape);
  parameters.inputWeights[0] = 1;
  parameters.recurrentWeights[0] = weight;
  const values = Float64Array.from(states, (a, t) => Math.atanh(a) - weight * (states[t - 1] ?? 0));
  const size = { steps: states.length, batch: 1 };
  const trace = forwardSequence(DEFAULT_RNN, shape, parameters, { form: 'dense', values }, size);
  const { values: found } = backwardSequence(trace, parameters, { hidden: Float64Array.of(0, 0, gradient) });
  return found.hidden?.[0] ?? Number.NaN;
}
