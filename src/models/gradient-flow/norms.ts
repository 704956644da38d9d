/**
 * Length of each step's part of a (T, B, n) array, per example: the root of the mean of ‖·‖² over the batch. With B = 1 it is
 * the length itself.
 */
export function stepNorms(values: Float64Array, steps: number, batch: number): Float64Array {
  const block = steps > 0 ? values.length / steps : 0;
  return Float64Array.from({ length: steps }, (_, t) => {
    let sum = 0;
    for (let i = t * block; i < (t + 1) * block; i++) sum += values[i]! * values[i]!;
    return Math.sqrt(sum / batch);
  });
}

/** By what factor a step multiplies on average: the n-th root of `last / first` over n steps. */
export const growthPerStep = (first: number, last: number, steps: number): number =>
  (last / first) ** (1 / steps);
