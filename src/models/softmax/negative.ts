import { logSigmoid } from './hierarchical.ts';

/** Vectors of the classes (V, d) row-major, and h (d). */
export interface NegativeScores {
  readonly vectors: Float64Array;
  readonly hidden: Float64Array;
}

/**
 * Negative sampling (Mikolov et al. 2013, equation 4): −ln σ(v_target·h) − Σ_k ln σ(−v_k·h), K + 1 logistic regressions. Adds the
 * gradients of h and of the rows that take part, none for any other; a negative drawn twice counts twice. Returns the loss, nats.
 */
export function negativeLossAndGradients(
  { vectors, hidden }: NegativeScores,
  target: number,
  negatives: ArrayLike<number>,
  vectorGradients: Float64Array,
  hiddenGradient: Float64Array,
): number {
  let loss = 0;
  for (let k = -1; k < negatives.length; k++) {
    const row = (k < 0 ? target : negatives[k]!) * hidden.length;
    const isTarget = k < 0;
    let score = 0;
    for (let j = 0; j < hidden.length; j++) score += vectors[row + j]! * hidden[j]!;
    loss -= logSigmoid(isTarget ? score : -score);
    const error = Math.exp(logSigmoid(score)) - Number(isTarget);
    for (let j = 0; j < hidden.length; j++) {
      hiddenGradient[j]! += error * vectors[row + j]!;
      vectorGradients[row + j]! += error * hidden[j]!;
    }
  }
  return loss;
}
