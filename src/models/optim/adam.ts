import type { OptimizerRule } from './rule.ts';
import type { OptimizerSpec } from './types.ts';

/**
 * Adam, m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², θ ← θ − α·m̂ / (√v̂ + ε), where m̂ = m / (1 − β₁ᵗ) and
 * v̂ = v / (1 − β₂ᵗ) (Kingma & Ba 2015, algorithm 1). m and v themselves stay uncorrected.
 * ε stands beside √v̂, as in PyTorch and in TensorFlow.js 4 (whose default ε is 1e-7 in float32, not the paper's 1e-8); the
 * paper's closing remark, and Keras, add it to √v before correcting, which makes ε about 32 times as large at first.
 */
export const adam: OptimizerRule<Extract<OptimizerSpec, { kind: 'adam' }>> = {
  moments: 2,
  apply({ beta1, beta2, epsilon }, { parameters, gradients, moments, step, learningRate }) {
    const m = moments[0]!;
    const v = moments[1]!;
    const stepSize = learningRate / (1 - beta1 ** step);
    const rootCorrection = Math.sqrt(1 - beta2 ** step);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradients[i]!;
      m[i] = beta1 * m[i]! + (1 - beta1) * g;
      v[i] = beta2 * v[i]! + (1 - beta2) * g * g;
      parameters[i]! -= (stepSize * m[i]!) / (Math.sqrt(v[i]!) / rootCorrection + epsilon);
    }
  },
};
