import type { Random } from '../random.ts';
import type { MapDimensions } from './tsne-types.ts';

/** Standard deviation of the first axis at the start: small, so that the exaggeration sorts the clusters while all are near. */
export const START_SPREAD = 1e-4;

/** Seeded noise. Returns (n, m). */
export function randomStart(n: number, dimensions: MapDimensions, random: Random): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: n * dimensions }, () => START_SPREAD * random.normal());
}

/**
 * Principal components as a start, which keeps more of the large shape than noise (Kobak & Berens 2019): scaled so that the first
 * has a standard deviation of 1e-4. An axis along which the points do not differ gets a little noise: without it nothing would
 * ever move along it.
 * @param scores (n, m): of each point on the first m components, about their mean
 */
export function componentStart(
  scores: ArrayLike<number>,
  dimensions: MapDimensions,
  random: Random,
): Float32Array<ArrayBuffer> {
  const spreads = Array.from({ length: dimensions }, (_, axis) => spread(scores, dimensions, axis));
  const scale = START_SPREAD / (spreads[0] || 1);
  return Float32Array.from({ length: scores.length }, (_, i) => {
    const isFlat = !(spreads[i % dimensions]! > 1e-6 * spreads[0]!);
    return isFlat ? 0.01 * START_SPREAD * random.normal() : scale * scores[i]!;
  });
}

function spread(scores: ArrayLike<number>, dimensions: number, axis: number): number {
  const n = scores.length / dimensions;
  let [sum, squares] = [0, 0];
  for (let i = axis; i < scores.length; i += dimensions) {
    sum += scores[i]!;
    squares += scores[i]! ** 2;
  }
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
}
