import { describe, expect, it } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import { createRandom } from '../random.ts';
import {
  affinities,
  conditionalRow,
  denseAffinities,
  largestPerplexity,
  neighbourCount,
} from './affinities.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';
import type { SparseP } from './tsne-types.ts';

interface Recorded {
  readonly X: OracleTensor;
  readonly P: Readonly<Record<string, { readonly data: readonly number[] }>>;
}
const recorded = oracle<Recorded>('projection/tsne-pca.json');

const normals = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.normal());
};
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const rowOf = ({ starts, columns, values }: SparseP, i: number) =>
  new Map(
    Array.from(columns.subarray(starts[i], starts[i + 1]), (j, k) => [j, values[(starts[i] ?? 0) + k] ?? 0]),
  );

describe.skipIf(!recorded)('P against scikit-learn (skipped where ../shared/data is absent)', () => {
  it.each(['3', '5', '10'])('at perplexity %s, to the tolerance of its own search', (perplexity) => {
    if (!recorded) return;
    const [n = 0, d = 0] = recorded.X.shape;
    const P = denseAffinities(Float64Array.from(recorded.X.data), d, Number(perplexity));
    const expected = recorded.P[perplexity]?.data ?? [];
    let at = 0;
    for (let i = 0; i < n; i++) {
      const row = rowOf(P, i);
      for (let j = i + 1; j < n; j++) {
        const value = expected[at++] ?? Number.NaN;
        const apart = Math.abs((row.get(j) ?? 0) - value);
        // Its β is found to 1e-5 nats: where p is next to nothing, that is more than its digits.
        expect(apart).toBeLessThan(1.3e-4 * Math.max(value, 1e-6));
      }
    }
    expect(at).toBe(expected.length);
  });
});

describe('affinities', () => {
  it('are symmetric, sum to 1, have columns in order, and no point is its own neighbour', () => {
    const n = 50;
    const P = affinities(nearestNeighbours(normals(n * 4, 3), 4, 12), 4);
    expect(sum(P.values)).toBeCloseTo(1, 6);
    for (let i = 0; i < n; i++) {
      const row = rowOf(P, i);
      const columns = [...row.keys()];
      expect(columns).toEqual([...columns].sort((a, b) => a - b));
      expect(row.has(i)).toBe(false);
      expect(columns.length).toBeGreaterThanOrEqual(12);
      for (const [j, value] of row) expect(rowOf(P, j).get(i)).toBe(value);
    }
  });

  it('leave out little beyond three times the perplexity', () => {
    const [n, d] = [120, 5];
    const vectors = normals(n * d, 8);
    const all = denseAffinities(vectors, d, 12);
    const some = affinities(nearestNeighbours(vectors, d, 36), 12);
    let apart = 0;
    for (let i = 0; i < n; i++) {
      const row = rowOf(some, i);
      for (const [j, value] of rowOf(all, i)) apart += Math.abs(value - (row.get(j) ?? 0));
    }
    expect(apart).toBeLessThan(0.12);
  });
});

describe('conditionalRow', () => {
  const perplexityOf = (distances: readonly number[], perplexity: number) => {
    const row = new Float64Array(distances.length);
    conditionalRow(Float32Array.from(distances), perplexity, row);
    expect(sum(row)).toBeCloseTo(1, 12);
    return { row, found: Math.exp(-sum(row.map((p) => (p > 0 ? p * Math.log(p) : 0)))) };
  };

  it('has the perplexity that was asked for, in any unit of distance', () => {
    const distances = Array.from({ length: 30 }, (_, k) => 1 + k ** 1.5);
    for (const unit of [1e-12, 1, 1e12]) {
      for (const perplexity of [1.5, 5, 20]) {
        expect(
          perplexityOf(
            distances.map((d) => d * unit),
            perplexity,
          ).found,
        ).toBeCloseTo(perplexity, 6);
      }
    }
  });

  it.each([
    ['all equally near', [2, 2, 2, 2], 2, [0.25, 0.25, 0.25, 0.25]],
    ['more twins than the perplexity', [0, 0, 0, 9], 2, [1 / 3, 1 / 3, 1 / 3, 0]],
    ['one neighbour', [5], 3, [1]],
  ])('%s: the nearest that can be had', (_of, distances, perplexity, expected) => {
    perplexityOf(distances, perplexity).row.forEach((p, k) => {
      expect(p).toBeCloseTo(expected[k] ?? Number.NaN, 6);
    });
  });
});

it('knows how large a perplexity may be, and how many neighbours it looks at', () => {
  expect(largestPerplexity(91)).toBe(30);
  expect(largestPerplexity(2)).toBe(1);
  expect(neighbourCount(5000, 30)).toBe(90);
  expect(neighbourCount(5000, 2.5)).toBe(7);
  expect(neighbourCount(2000, 30)).toBe(1999);
  expect(neighbourCount(20, 30)).toBe(19);
});
