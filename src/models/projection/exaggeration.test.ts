import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { denseAffinities } from './affinities.ts';
import { largestExaggeration } from './exaggeration.ts';
import { symmetricEigensystem } from './symmetric.ts';
import { createTsne, tsneDefaults } from './tsne.ts';
import { randomStart } from './tsne-start.ts';
import type { SparseP } from './tsne-types.ts';

const N = 80;

function cloud(seed: number, apart = 0): SparseP {
  const random = createRandom(seed);
  const vectors = Float32Array.from({ length: N * 6 }, (_, i) => random.normal() + (i < 3 * N ? apart : 0));
  return denseAffinities(vectors, 6, 10);
}

/** 1 / (n λ₂) from all eigenvalues of the Laplacian. */
function byEigenvalues({ starts, columns, values }: SparseP): number {
  const laplacian = new Float64Array(N * N);
  for (let i = 0; i < N; i++) {
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      const p = values[at] ?? 0;
      laplacian[i * N + i] = (laplacian[i * N + i] ?? 0) + p;
      laplacian[i * N + (columns[at] ?? 0)] = -p;
    }
  }
  return 1 / (N * (symmetricEigensystem(laplacian, N).values.at(-2) ?? Number.NaN));
}

it.each([1, 2, 3])('is 1 / (n λ₂), or a little less: seed %i', (seed) => {
  const P = cloud(seed);
  const limit = byEigenvalues(P);
  expect(largestExaggeration(P)).toBeLessThan(1.0001 * limit);
  expect(largestExaggeration(P)).toBeGreaterThan(0.75 * limit);
});

it('points in two far heaps bear any exaggeration', () => {
  expect(largestExaggeration(cloud(4, 40))).toBeGreaterThan(1e3);
});

it('parts maps that shrink into one point from those that grow', () => {
  const P = cloud(5);
  const limit = byEigenvalues(P);
  const spreadAfter = (exaggeration: number) => {
    const settings = { ...tsneDefaults, exaggeration, learningRate: 4 };
    const engine = createTsne(P, settings, randomStart(N, 2, createRandom(2)));
    engine.step(150);
    return Math.max(...engine.positions());
  };
  expect(spreadAfter(2 * limit)).toBeLessThan(1e-6);
  expect(spreadAfter(limit / 2)).toBeGreaterThan(1e-2);
});
