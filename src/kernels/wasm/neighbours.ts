import type { NearestNeighbours } from '../../models/projection/tsne-types.ts';
import { nearCells } from './near-cells.ts';
import { BLOCK, copyRow, createSearch, meanOf } from './neighbour-search.ts';

/** n² d from which trying all takes more than about a second. */
const MOST_WORK = 1.1e10;
/** Candidates beyond those that are wanted: the products that choose them lose digits which the distances have. */
const SPARE = 8;

/** Whether `kernelNeighbours` tries all. */
export function isExactFeasible(n: number, dimensions: number): boolean {
  return n * n * dimensions <= MOST_WORK;
}

/**
 * The k nearest of every point: by trying all where that takes about a second, else only in the cells near each point. Yields how
 * many points are done. Throws a RangeError unless 1 ≤ k ≤ n − 1, and one that says how much was asked for when the
 * memory cannot be had.
 * @param vectors (n, d) row-major
 */
export function* kernelNeighbours(
  module: WebAssembly.Module,
  vectors: Float32Array,
  dimensions: number,
  count: number,
): Generator<number, NearestNeighbours> {
  const n = vectors.length / dimensions;
  if (isExactFeasible(n, dimensions)) return yield* exactNeighbours(module, vectors, dimensions, count);
  return yield* nearCells(module, vectors, dimensions, count);
}

/** The k nearest of every point by trying all, as `models/projection/nearest-neighbours.ts` has them, in 32 bits. */
export function* exactNeighbours(
  module: WebAssembly.Module,
  vectors: Float32Array,
  dimensions: number,
  count: number,
): Generator<number, NearestNeighbours> {
  const n = vectors.length / dimensions;
  if (!Number.isInteger(count) || count < 1 || count > n - 1) {
    throw new RangeError(`Each of ${n} points has 1 to ${n - 1} neighbours; asked for ${count}.`);
  }
  const kept = Math.min(n - 1, count + SPARE);
  const search = createSearch(module, { n, dimensions, kept, heaps: BLOCK, wanted: count });
  const means = meanOf(vectors, dimensions);
  for (let i = 0; i < n; i++) copyRow(vectors, i, means, search.rows, i, search.stride);
  search.prepare([]);
  const indices = new Int32Array(n * count);
  const distances = new Float32Array(n * count);
  for (let first = 0; first < n; first += BLOCK) {
    const some = Math.min(BLOCK, n - first);
    search.clear(some);
    search.amongAll(first, some);
    const near = search.rank(0, some, first);
    indices.set(near.indices, first * count);
    distances.set(near.distances, first * count);
    yield first + some;
  }
  return { count, indices, distances, isApproximate: false };
}
