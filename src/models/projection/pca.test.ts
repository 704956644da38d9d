import { describe, expect, it } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import { createRandom } from '../random.ts';
import { alignPoints, principalPlane } from './pca.ts';

interface Recorded {
  readonly X: OracleTensor;
  readonly pca: {
    readonly explained_variance: readonly number[];
    readonly ratio: readonly number[];
    readonly scores: OracleTensor;
  };
}
const recorded = oracle<Recorded>('projection/tsne-pca.json');

/** Signs are free. */
const sizes = (values: ArrayLike<number>) => Array.from(values, Math.abs);
const normals = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Float64Array.from({ length: count }, () => random.normal());
};
const distance = (points: Float64Array, i: number, j: number) =>
  Math.hypot(
    (points[2 * i] ?? NaN) - (points[2 * j] ?? NaN),
    (points[2 * i + 1] ?? NaN) - (points[2 * j + 1] ?? NaN),
  );

describe.skipIf(!recorded)(
  'principalPlane against scikit-learn (skipped where ../shared/data is absent)',
  () => {
    it('has its variances and scores', () => {
      if (!recorded) return;
      const { X, pca } = recorded;
      const [n = 0, d = 0] = X.shape;
      const { points, variances, total } = principalPlane(Float64Array.from(X.data), n, d);
      variances.forEach((value, i) => {
        expect(value / (pca.explained_variance[i] ?? NaN)).toBeCloseTo(1, 6);
        expect(value / total).toBeCloseTo(pca.ratio[i] ?? NaN, 6);
      });
      const width = pca.scores.shape[1] ?? 0;
      const scores = pca.scores.data.filter((_, i) => i % width < 2);
      sizes(points).forEach((size, i) => {
        expect(size).toBeCloseTo(Math.abs(scores[i] ?? NaN), 5);
      });
    });
  },
);

describe('principalPlane', () => {
  it.each([
    [9, 20],
    [20, 9],
    [3, 2],
    [2, 5],
    [30, 1],
  ])('of %i points in %i dimensions: scores are uncorrelated, with the variances it says', (n, d) => {
    const { points, variances, total } = principalPlane(normals(n * d, 4), n, d);
    const moment = (a: number, b: number) =>
      points.reduce((sum, _, i) => (i % 2 ? sum : sum + (points[i + a] ?? 0) * (points[i + b] ?? 0)), 0) /
      (n - 1);
    expect(moment(0, 0)).toBeCloseTo(variances[0], 9);
    expect(moment(1, 1)).toBeCloseTo(variances[1], 9);
    expect(moment(0, 1)).toBeCloseTo(0, 8);
    expect(variances[0]).toBeGreaterThanOrEqual(variances[1]);
    expect(variances[0] + variances[1]).toBeLessThanOrEqual(total * (1 + 1e-12));
  });

  it('holds more variance than any other plane', () => {
    const [n, d] = [15, 6];
    const rows = normals(n * d, 5);
    const { variances } = principalPlane(rows, n, d);
    for (let seed = 0; seed < 30; seed++) {
      const axis = normals(d, 100 + seed);
      const length = Math.hypot(...axis);
      const along = Array.from({ length: n }, (_, i) =>
        axis.reduce((sum, x, j) => sum + (x / length) * (rows[i * d + j] ?? 0), 0),
      );
      const mean = along.reduce((sum, x) => sum + x, 0) / n;
      const variance = along.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
      expect(variance).toBeLessThanOrEqual(variances[0]);
    }
  });

  it('gives points that coincide, and one alone, the place 0', () => {
    expect([...principalPlane(new Float64Array(6).fill(2), 3, 2).points]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...principalPlane(Float64Array.of(4, 5), 1, 2).points]).toEqual([0, 0]);
  });

  it('chooses the same signs for points that all moved a little', () => {
    const rows = normals(40, 6);
    const moved = rows.map((x) => x + 1e-7);
    const [a, b] = [principalPlane(rows, 8, 5).points, principalPlane(moved, 8, 5).points];
    a.forEach((x, i) => {
      expect(b[i]).toBeCloseTo(x, 5);
    });
  });
});

describe('alignPoints', () => {
  const before = normals(20, 7);
  const turned = (angle: number, flip: number) =>
    before.map((_, i) => {
      const [x, y] = [before[i - (i % 2)] ?? 0, flip * (before[i - (i % 2) + 1] ?? 0)];
      return i % 2 === 0
        ? Math.cos(angle) * x - Math.sin(angle) * y
        : Math.sin(angle) * x + Math.cos(angle) * y;
    });

  it.each([
    [0.8, 1],
    [3, 1],
    [2.1, -1],
  ])('undoes a turn by %f and a mirror of %i', (angle, flip) => {
    alignPoints(turned(angle, flip), before).forEach((x, i) => {
      expect(x).toBeCloseTo(before[i] ?? NaN, 12);
    });
  });

  it('never changes a distance, also when some points are new', () => {
    const points = normals(20, 8);
    const known = before.map((x, i) => (i < 6 ? NaN : x));
    const aligned = alignPoints(points, known);
    for (let i = 1; i < 10; i++) expect(distance(aligned, 0, i)).toBeCloseTo(distance(points, 0, i), 12);
    expect(alignPoints(points, new Float64Array(20).fill(NaN))).toEqual(points);
  });
});
