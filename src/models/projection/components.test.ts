import { describe, expect, it } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import { createRandom } from '../random.ts';
import { componentScores, principalComponents } from './components.ts';
import { principalPlane } from './pca.ts';

interface Recorded {
  readonly X: OracleTensor;
  readonly pca: {
    readonly n: number;
    readonly explained_variance: readonly number[];
    readonly ratio: readonly number[];
    readonly mean: readonly number[];
    readonly abs_components: OracleTensor;
    readonly scores: OracleTensor;
  };
}
const recorded = oracle<Recorded>('projection/tsne-pca.json');
const normals = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.normal());
};

describe.skipIf(!recorded)(
  'principalComponents against scikit-learn (skipped where ../shared/data is absent)',
  () => {
    it('has its variances, mean, axes and scores', () => {
      if (!recorded) return;
      const { X, pca } = recorded;
      const [n = 0, d = 0] = X.shape;
      const vectors = Float32Array.from(X.data);
      const found = principalComponents(vectors, n, d);
      const names = Array.from({ length: pca.n }, (_, j) => j);
      const scores = componentScores(found, vectors, n, names);
      pca.mean.forEach((value, k) => {
        expect(found.mean[k]).toBeCloseTo(value, 6);
      });
      for (const j of names) {
        expect((found.variances[j] ?? NaN) / (pca.explained_variance[j] ?? NaN)).toBeCloseTo(1, 5);
        expect((found.variances[j] ?? NaN) / found.total).toBeCloseTo(pca.ratio[j] ?? NaN, 6);
        found.axis(j).forEach((x, k) => {
          expect(Math.abs(x)).toBeCloseTo(pca.abs_components.data[j * d + k] ?? NaN, 5);
        });
      }
      scores.forEach((x, at) => {
        expect(Math.abs(x)).toBeCloseTo(Math.abs(pca.scores.data[at] ?? NaN), 4);
      });
    });
  },
);

describe('principalComponents', () => {
  it.each([
    [130, 7],
    [7, 30],
    [65, 64],
    [2, 2],
    [9, 1],
  ])('of %i points in %i dimensions: scores are uncorrelated, with the variances told', (n, d) => {
    const vectors = normals(n * d, 3);
    const found = principalComponents(vectors, n, d);
    const names = Array.from({ length: Math.min(n - 1, d, 5) }, (_, j) => j);
    const scores = componentScores(found, vectors, n, names);
    const moment = (a: number, b: number) =>
      scores.reduce(
        (sum, x, at) => (at % names.length === a ? sum + x * (scores[at - a + b] ?? NaN) : sum),
        0,
      ) /
      (n - 1);
    for (const a of names) {
      expect(moment(a, a)).toBeCloseTo(found.variances[a] ?? NaN, 4);
      for (const b of names.slice(0, a)) expect(moment(a, b)).toBeCloseTo(0, 4);
    }
    expect(found.variances.reduce((sum, x) => sum + x, 0)).toBeCloseTo(found.total, 9);
  });

  it('spans the same plane as the two components of principalPlane', () => {
    const vectors = normals(200, 8);
    const plane = principalPlane(Float64Array.from(vectors), 20, 10);
    const scores = componentScores(principalComponents(vectors, 20, 10), vectors, 20, [0, 1]);
    scores.forEach((x, at) => {
      expect(x).toBeCloseTo(plane.points[at] ?? NaN, 4);
    });
  });

  it('has 0 for components that are not there, and for points that coincide', () => {
    const line = Float32Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? at : 1));
    const found = principalComponents(line, 10, 2);
    const scores = componentScores(found, line, 10, [0, 1, 7]);
    expect(scores.every((x, at) => at % 3 === 0 || x === 0)).toBe(true);
    expect(found.variances[1]).toBe(0);
    const equal = new Float32Array(12).fill(0.1);
    expect([...componentScores(principalComponents(equal, 4, 3), equal, 4, [0, 1])]).toEqual(
      Array(8).fill(0),
    );
    expect(principalComponents(new Float32Array(0), 0, 3).total).toBe(0);
  });
});
