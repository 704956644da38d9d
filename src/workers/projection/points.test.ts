import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { cleanPoints, countDuplicates } from './points.ts';

const pointsOf = (rows: readonly (readonly number[])[]) => ({
  ids: Int32Array.from(rows, (_, i) => i),
  vectors: Float32Array.from(rows.flat()),
  dimensions: rows[0]?.length ?? 1,
});

describe('countDuplicates', () => {
  it.each([1, 1e-12, 1e15])('counts points that lie where another does, numbers being of size %d', (size) => {
    const random = createRandom(2);
    const rows = Array.from({ length: 200 }, () => Array.from({ length: 3 }, () => size * random.normal()));
    const [first = [], second = []] = rows;
    const points = cleanPoints(pointsOf([...rows, first, second, first, first.map((x) => 2 * x)]), 'euclid');
    expect(points.count).toBe(204);
    expect(countDuplicates(points)).toBe(3);
  });

  it('has one zero, whatever its sign', () => {
    const rows = [
      [0, 1],
      [-0, 1],
      [1, 0],
      [1, -0],
      [-1, 0],
    ];
    expect(countDuplicates(cleanPoints(pointsOf(rows), 'euclid'))).toBe(2);
  });
});

describe('cleanPoints', () => {
  it('leaves out what has no distance in 32 bits, and whoever comes twice', () => {
    const points = pointsOf([
      [1, 2],
      [1e19, -1e19],
      [Number.NaN, 0],
      [3, 4],
    ]);
    const { ids, leftOut, vectors } = cleanPoints({ ...points, ids: Int32Array.of(7, 8, 9, 7) }, 'cosine');
    expect({ ids: [...ids], leftOut }).toEqual({ ids: [7], leftOut: 3 });
    expect(Math.hypot(...vectors)).toBeCloseTo(1, 6);
  });
});
