import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { type Clusters, clusterPoints } from './clusters.ts';

const clusters = (vectors: Float32Array, d: number, count: number, seed = 1): Clusters => {
  const work = clusterPoints(vectors, d, count, createRandom(seed));
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};

/** Clouds of these sizes, far apart. */
function clouds(
  sizes: readonly number[],
  d: number,
): { readonly vectors: Float32Array; readonly truth: number[] } {
  const random = createRandom(5);
  const truth = sizes.flatMap((size, c) => Array<number>(size).fill(c));
  const vectors = truth.flatMap((c) =>
    Array.from({ length: d }, (_, k) => random.normal() + (k === c ? 40 : 0)),
  );
  return { vectors: Float32Array.from(vectors), truth };
}

describe('clusterPoints', () => {
  it('finds clouds that are far apart, the largest first', () => {
    const { vectors, truth } = clouds([10, 40, 25], 4);
    const { labels } = clusters(vectors, 4, 3);
    const names = [2, 0, 1];
    expect([...labels]).toEqual(truth.map((c) => names[c]));
  });

  it('leaves every point with the centre that is nearest: the mean of its cluster', () => {
    const random = createRandom(9);
    const [n, d, k] = [300, 3, 6];
    const vectors = Float32Array.from({ length: n * d }, () => random.normal());
    const { labels, inertia } = clusters(vectors, d, k);
    const means = Array.from({ length: k }, (_, c) => {
      const own = [...labels.keys()].filter((i) => labels[i] === c);
      return Array.from(
        { length: d },
        (_, j) => own.reduce((sum, i) => sum + (vectors[i * d + j] ?? NaN), 0) / own.length,
      );
    });
    const away = (i: number, c: number) =>
      (means[c] ?? []).reduce((sum, x, j) => sum + ((vectors[i * d + j] ?? NaN) - x) ** 2, 0);
    const strays = [...labels].filter((c, i) => means.some((_, o) => away(i, o) < away(i, c) - 1e-6));
    expect(strays.length).toBeLessThan(n * 0.02);
    const sum = [...labels].reduce((total, c, i) => total + away(i, c), 0);
    expect(inertia / sum).toBeCloseTo(1, 2);
  });

  it('same seed, same clusters; never more than there are different points', () => {
    const { vectors } = clouds([20, 20], 3);
    expect(clusters(vectors, 3, 5, 4)).toEqual(clusters(vectors, 3, 5, 4));
    const few = Float32Array.of(1, 1, 2, 2, 1, 1);
    expect(new Set(clusters(few, 2, 8).labels).size).toBe(2);
    expect(new Set(clusters(new Float32Array(20).fill(3), 2, 4).labels)).toEqual(new Set([0]));
    expect(clusters(new Float32Array(0), 2, 4).labels).toHaveLength(0);
  });
});
