import type { NearestNeighbours } from './tsne-types.ts';

/**
 * The k nearest of every point by trying all of them: O(n² d). Of two equally near the one with the lower number comes first.
 * Throws a RangeError unless 1 ≤ k ≤ n − 1.
 * @param vectors (n, d) row-major
 */
export function nearestNeighbours(
  vectors: ArrayLike<number>,
  dimensions: number,
  count: number,
): NearestNeighbours {
  const n = vectors.length / dimensions;
  if (!Number.isInteger(count) || count < 1 || count > n - 1) {
    throw new RangeError(`Each of ${n} points has 1 to ${n - 1} neighbours; asked for ${count}.`);
  }
  const indices = new Int32Array(n * count);
  const distances = new Float32Array(n * count);
  const all = new Float64Array(n);
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      all[j] = squaredDistance(vectors, dimensions, i, j);
      order[j] = j;
    }
    all[i] = Number.POSITIVE_INFINITY;
    order.sort((a, b) => all[a]! - all[b]! || a - b);
    for (let k = 0; k < count; k++) {
      indices[i * count + k] = order[k]!;
      distances[i * count + k] = all[order[k]!]!;
    }
  }
  return { count, indices, distances, isApproximate: false };
}

function squaredDistance(vectors: ArrayLike<number>, dimensions: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < dimensions; k++) {
    sum += (vectors[i * dimensions + k]! - vectors[j * dimensions + k]!) ** 2;
  }
  return sum;
}
