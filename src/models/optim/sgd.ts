import type { OptimizerRule } from './rule.ts';
import type { OptimizerSpec } from './types.ts';

/** Gradient descent, θ ← θ − α·g (Robbins & Monro 1951). */
export const sgd: OptimizerRule<Extract<OptimizerSpec, { kind: 'sgd' }>> = {
  moments: 0,
  apply(_spec, { parameters, gradients, learningRate }) {
    for (let i = 0; i < parameters.length; i++) parameters[i]! -= learningRate * gradients[i]!;
  },
};
