import { describe, expect, it } from 'vitest';
import { centralDifference } from '../finite-difference.ts';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import { createRandom } from '../random.ts';
import { affinities, denseAffinities } from './affinities.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';
import { tsneGradient } from './tsne-gradient.ts';

interface Recorded {
  readonly X: OracleTensor;
  readonly grad: {
    readonly Y: OracleTensor;
    readonly perplexity: number;
    readonly kl: number;
    readonly grad: OracleTensor;
  };
}
const recorded = oracle<Recorded>('projection/tsne-pca.json');

describe.skipIf(!recorded)('against scikit-learn (skipped where ../shared/data is absent)', () => {
  it('has its divergence and gradient', () => {
    if (!recorded) return;
    const { X, grad } = recorded;
    const P = denseAffinities(Float64Array.from(X.data), X.shape[1] ?? 0, grad.perplexity);
    const { divergence, gradient } = tsneGradient(P, grad.Y.data, 2);
    expect(Math.abs(divergence - grad.kl)).toBeLessThan(1e-7 * grad.kl + 1e-6);
    gradient.forEach((value, i) => {
      expect(Math.abs(value - (grad.grad.data[i] ?? Number.NaN))).toBeLessThan(1e-6);
    });
  });
});

describe.each([2, 3] as const)('on a map of %i dimensions', (dimensions) => {
  const n = 14;
  const random = createRandom(dimensions);
  const vectors = Float32Array.from({ length: n * 5 }, () => random.normal());
  const P = affinities(nearestNeighbours(vectors, 5, 8), 4);
  const y = Float64Array.from({ length: n * dimensions }, () => 1.5 * random.normal());

  it('the gradient is the slope of the divergence', () => {
    const { gradient } = tsneGradient(P, y, dimensions);
    const loss = (at: Float64Array) => tsneGradient(P, at, dimensions).divergence;
    gradient.forEach((value, i) => {
      expect(value).toBeCloseTo(centralDifference(loss, y, i, 1e-5), 8);
    });
  });

  it('exaggeration multiplies what attracts, and only that', () => {
    const [once, thrice, fivefold] = [1, 3, 5].map((by) => tsneGradient(P, y, dimensions, by).gradient);
    thrice?.forEach((value, i) => {
      expect(value).toBeCloseTo(((once?.[i] ?? 0) + (fivefold?.[i] ?? 0)) / 2, 12);
    });
    expect(tsneGradient(P, y, dimensions, 3).divergence).toBe(tsneGradient(P, y, dimensions).divergence);
  });

  it('forces cancel', () => {
    const { gradient } = tsneGradient(P, y, dimensions);
    for (let axis = 0; axis < dimensions; axis++) {
      expect(gradient.filter((_, i) => i % dimensions === axis).reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8);
    }
  });
});
