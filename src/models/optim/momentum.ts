import type { OptimizerRule } from './rule.ts';
import type { OptimizerSpec } from './types.ts';

/**
 * Momentum, v ← µ·v + g, θ ← θ − α·v (Polyak 1964). PyTorch's form: α lies outside the average, and v is a sum, not the
 * course's weighted average µ·v + (1 − µ)·g, whose steps are (1 − µ) times as long for the same α.
 */
export const momentum: OptimizerRule<Extract<OptimizerSpec, { kind: 'momentum' }>> = {
  moments: 1,
  apply(spec, { parameters, gradients, moments, learningRate }) {
    const v = moments[0]!;
    for (let i = 0; i < parameters.length; i++) {
      v[i] = spec.momentum * v[i]! + gradients[i]!;
      parameters[i]! -= learningRate * v[i]!;
    }
  },
};
