import { describe, expect, it } from 'vitest';
import { nearestNeighbours } from '../../models/projection/nearest-neighbours.ts';
import type { NearestNeighbours } from '../../models/projection/tsne-types.ts';
import { nearCells } from './near-cells.ts';
import { exactNeighbours, isExactFeasible } from './neighbours.ts';
import { blobs, finish, readTsneModule } from './tsne-module.testkit.ts';

const module = await readTsneModule();

/** Of each point's k nearest, how many were found. */
function recall({ indices, count }: NearestNeighbours, expected: NearestNeighbours): number {
  let hits = 0;
  for (let at = 0; at < indices.length; at += count) {
    const near = new Set(expected.indices.subarray(at, at + count));
    for (let k = 0; k < count; k++) hits += Number(near.has(indices[at + k] ?? -1));
  }
  return hits / indices.length;
}

function expectDistances(found: NearestNeighbours, expected: NearestNeighbours): void {
  const worst = found.distances.reduce((most, distance, at) => {
    const value = expected.distances[at] ?? Number.NaN;
    return Math.max(most, Math.abs(distance - value) / (1e-5 * value + 1e-9));
  }, 0);
  expect(worst).toBeLessThanOrEqual(1);
}

describe('trying all', () => {
  it.each([
    [300, 7, 20],
    [65, 32, 64],
    [700, 3, 5],
    [3, 1, 2],
  ])('%i points in %i dimensions, %i neighbours each: the reference’s', (n, d, count) => {
    const vectors = blobs(n, d, 4, 3, n);
    const expected = nearestNeighbours(vectors, d, count);
    const found = finish(exactNeighbours(module, vectors, d, count));
    expectDistances(found, expected);
    expect(recall(found, expected)).toBeGreaterThan(0.999);
    expect(found.isApproximate).toBe(false);
  });

  it('keeps its digits far from the origin, and puts twins by number', () => {
    const expected = nearestNeighbours(blobs(90, 4, 1, 0, 1), 4, 6);
    const far = blobs(90, 4, 1, 0, 1).map((x) => Math.fround(x * 1024) / 1024 + 4096);
    expect(recall(finish(exactNeighbours(module, far, 4, 6)), expected)).toBeGreaterThan(0.99);
    const twins = finish(exactNeighbours(module, Float32Array.of(5, 5, 5, 5), 1, 3));
    expect([...twins.indices]).toEqual([1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2]);
    expect([...twins.distances]).toEqual(Array(12).fill(0));
  });

  it('says how many points are done, and refuses more neighbours than there are', () => {
    const done = [...exactNeighbours(module, blobs(150, 2, 1, 0, 1), 2, 3)];
    expect(done).toEqual([64, 128, 150]);
    expect(() => finish(exactNeighbours(module, new Float32Array(6), 2, 3))).toThrow(RangeError);
  });
});

describe('only in the cells near each point', () => {
  it.each([
    ['blobs', blobs(2000, 24, 40, 2, 5)],
    ['one blob of few dimensions', blobs(2000, 24, 1, 0, 6).map((x, i) => (i % 24 < 5 ? x : x / 10))],
    ['sorted blobs, in the order of files', sorted(blobs(2000, 24, 30, 3, 7), 24, 30)],
  ])('finds 9 of 10 at least: %s', (_of, vectors) => {
    const expected = finish(exactNeighbours(module, vectors, 24, 30));
    const found = finish(nearCells(module, vectors, 24, 30));
    expect(recall(found, expected)).toBeGreaterThan(0.9);
    expect(found.isApproximate).toBe(true);
  });

  it('whatever it gives is a neighbour once, at its distance, nearest first', () => {
    const [d, count] = [6, 40];
    // Half of all points are the same: one cell has them all, and others are nearly empty.
    const vectors = blobs(600, d, 7, 9, 3).fill(0.5, 0, 300 * d);
    const { indices, distances } = finish(nearCells(module, vectors, d, count));
    for (let i = 0; i < 600; i++) {
      const row = indices.subarray(i * count, (i + 1) * count);
      expect(new Set(row).size).toBe(count);
      expect(row.includes(i)).toBe(false);
      const squared = Array.from(row, (j) => squaredDistance(vectors, d, i, j));
      const given = distances.subarray(i * count, (i + 1) * count);
      expect(given).toEqual(given.slice().sort());
      const worst = squared.map((sum, k) => Math.abs((given[k] ?? Number.NaN) - sum) / (1e-4 * sum + 1e-6));
      expect(Math.max(...worst)).toBeLessThan(1);
    }
  });

  it('is the same each time', () => {
    const vectors = blobs(800, 4, 9, 3, 8);
    expect(finish(nearCells(module, vectors, 4, 10))).toEqual(finish(nearCells(module, vectors, 4, 10)));
  });
});

function squaredDistance(vectors: Float32Array, d: number, i: number, j: number): number {
  let sum = 0;
  for (let c = 0; c < d; c++) sum += ((vectors[i * d + c] ?? 0) - (vectors[j * d + c] ?? 0)) ** 2;
  return sum;
}

/** Blobs one after the other. */
function sorted(vectors: Float32Array, d: number, centres: number): Float32Array {
  const n = vectors.length / d;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => (a % centres) - (b % centres) || a - b);
  return Float32Array.from(
    { length: n * d },
    (_, i) => vectors[(order[Math.floor(i / d)] ?? 0) * d + (i % d)] ?? 0,
  );
}

it('a second’s work is some ten thousand vectors of a hundred numbers', () => {
  expect(isExactFeasible(10_000, 100)).toBe(true);
  expect(isExactFeasible(20_000, 100)).toBe(false);
  expect(isExactFeasible(20_000, 3)).toBe(true);
});
