import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';

it('finds those of points on a line, twins by number', () => {
  const { indices, distances, isApproximate } = nearestNeighbours([0, 1, 3, 3, 7], 1, 2);
  expect([...indices]).toEqual([1, 2, 0, 2, 3, 1, 2, 1, 2, 3]);
  expect([...distances]).toEqual([1, 9, 1, 4, 0, 4, 0, 4, 16, 16]);
  expect(isApproximate).toBe(false);
});

it('gives the squared length of the difference, nearest first, and leaves nobody nearer out', () => {
  const [n, d, count] = [40, 7, 9];
  const random = createRandom(5);
  const points = Array.from({ length: n }, () => Array.from({ length: d }, () => random.normal()));
  const { indices, distances } = nearestNeighbours(points.flat(), d, count);
  const squared = (i: number, j: number) =>
    (points[i] ?? []).reduce((total, x, k) => total + (x - (points[j]?.[k] ?? Number.NaN)) ** 2, 0);
  for (let i = 0; i < n; i++) {
    const row = [...distances.subarray(i * count, (i + 1) * count)];
    const near = [...indices.subarray(i * count, (i + 1) * count)];
    expect(row).toEqual([...row].sort((a, b) => a - b));
    near.forEach((j, k) => {
      expect(row[k]).toBeCloseTo(squared(i, j), 5);
    });
    const others = [...points.keys()].filter((j) => j !== i && !near.includes(j));
    for (const j of others) expect(squared(i, j)).toBeGreaterThanOrEqual((row.at(-1) ?? 0) * (1 - 1e-6));
  }
});

it.each([0, 3, 1.5])('refuses %f neighbours of three points', (count) => {
  expect(() => nearestNeighbours([1, 2, 3], 1, count)).toThrow(RangeError);
});
