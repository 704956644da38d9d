import { createRandom } from '../../models/random.ts';
import type { TaggedBatch } from './tagged-batch.ts';

/** Mean binary cross-entropy per word of predictions (T, B), straight from its definition. */
export function crossEntropy(probabilities: Float64Array, { tags, mask, words }: TaggedBatch): number {
  return probabilities.reduce((sum, p, i) => {
    const y = tags[i] ?? 0;
    return mask[i] ? sum - (y * Math.log(p) + (1 - y) * Math.log(1 - p)) / words : sum;
  }, 0);
}

/** Central differences of a function of flat weights. */
export function differences(weights: Float64Array, loss: (weights: Float64Array) => number): Float64Array {
  const step = 1e-5;
  return weights.map((_, i) => {
    const moved = (by: number) => loss(weights.map((weight, j) => (j === i ? weight + by : weight)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

export const noise = (length: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length }, () => 0.5 * random.normal());
};

export function expectClose(found: Float64Array, expected: Float64Array): void {
  const worst = found.reduce((most, value, i) => Math.max(most, Math.abs(value - (expected[i] ?? 0))), 0);
  if (found.length !== expected.length || !(worst < 1e-8)) throw new Error(`gradients differ by ${worst}`);
}
