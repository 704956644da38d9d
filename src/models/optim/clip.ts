/** Keeps the division finite when the norm is 0; PyTorch's `clip_grad_norm_` has the same number. */
const EPSILON = 1e-6;

/** Length ‖g‖ of a gradient. */
export function gradientNorm(gradients: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < gradients.length; i++) sum += gradients[i]! * gradients[i]!;
  return Math.sqrt(sum);
}

/**
 * Shortens the gradient to length `maxNorm` if it is longer, in place, keeping its direction: g ← g · min(1, maxNorm /
 * (‖g‖ + 1e-6)) (Pascanu, Mikolov & Bengio 2013; the 1e-6 is PyTorch's, so the clipped length falls short of `maxNorm` by
 * about one part in a million). Returns the length before.
 */
export function clipByNorm(gradients: Float64Array, maxNorm: number): number {
  const norm = gradientNorm(gradients);
  const scale = maxNorm / (norm + EPSILON);
  if (scale < 1) {
    for (let i = 0; i < gradients.length; i++) gradients[i]! *= scale;
  }
  return norm;
}
