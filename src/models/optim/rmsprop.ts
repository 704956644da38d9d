import type { OptimizerRule } from './rule.ts';
import type { OptimizerSpec } from './types.ts';

/**
 * RMSProp, s ← ρ·s + (1 − ρ)·g², θ ← θ − α·g / (√s + ε) (Tieleman & Hinton 2012, lecture 6e).
 * ε outside the root as in PyTorch; TensorFlow.js divides by √(s + ε), so equal settings give other trajectories there.
 */
export const rmsprop: OptimizerRule<Extract<OptimizerSpec, { kind: 'rmsprop' }>> = {
  moments: 1,
  apply({ decay, epsilon }, { parameters, gradients, moments, learningRate }) {
    const s = moments[0]!;
    for (let i = 0; i < parameters.length; i++) {
      const g = gradients[i]!;
      s[i] = decay * s[i]! + (1 - decay) * g * g;
      parameters[i]! -= (learningRate * g) / (Math.sqrt(s[i]!) + epsilon);
    }
  },
};
