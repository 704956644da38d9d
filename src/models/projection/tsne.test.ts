import { describe, expect, it } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import { createRandom } from '../random.ts';
import { denseAffinities } from './affinities.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';
import { createTsne, learningRateOf, scheduleAt, tsneDefaults } from './tsne.ts';
import { randomStart } from './tsne-start.ts';
import type { TsneSettings } from './tsne-types.ts';

interface Recorded {
  readonly X: OracleTensor;
  readonly runs: readonly {
    readonly params: {
      readonly perplexity: number;
      readonly early_exaggeration: number;
      readonly learning_rate: number;
      readonly n_iter: number;
    };
    readonly init: OracleTensor;
    readonly kl: number;
  }[];
}
const recorded = oracle<Recorded>('projection/tsne-pca.json');

/** Venna & Kaski 2001: 1 less what is owed to strangers among the k nearest of the map. */
function trustworthiness(
  vectors: ArrayLike<number>,
  d: number,
  map: ArrayLike<number>,
  m: number,
  k: number,
) {
  const n = map.length / m;
  const full = nearestNeighbours(vectors, d, n - 1).indices;
  const near = nearestNeighbours(map, m, k).indices;
  let owed = 0;
  near.forEach((j, at) => {
    const i = Math.floor(at / k);
    owed += Math.max(0, full.subarray(i * (n - 1), (i + 1) * (n - 1)).indexOf(j) + 1 - k);
  });
  return 1 - (owed * 2) / (n * k * (2 * n - 3 * k - 1));
}

describe.skipIf(!recorded)('against scikit-learn (skipped where ../shared/data is absent)', () => {
  it.each([0, 1])('run %i ends as well as theirs', (number) => {
    const run = recorded?.runs[number];
    if (!recorded || !run) return;
    const { params, init, kl } = run;
    const d = recorded.X.shape[1] ?? 0;
    const settings: TsneSettings = {
      ...tsneDefaults,
      perplexity: params.perplexity,
      exaggeration: params.early_exaggeration,
      // Theirs has the 4 of the gradient in it.
      learningRate: 4 * params.learning_rate,
    };
    const P = denseAffinities(recorded.X.data, d, params.perplexity);
    const engine = createTsne(P, settings, init.data);
    engine.step(params.n_iter);
    expect(engine.iteration).toBe(params.n_iter);
    expect(engine.divergence()).toBeLessThanOrEqual(1.25 * kl);
    expect(trustworthiness(recorded.X.data, d, engine.positions(), 2, 5)).toBeGreaterThanOrEqual(0.98);
  });
});

/** Three clusters far apart in five dimensions. */
function clusters(n: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from(
    { length: n * 5 },
    (_, i) => random.normal() + 20 * Number(i % 5 === Math.floor(i / 5) % 3),
  );
}

describe.each([2, 3] as const)('a map of %i dimensions', (dimensions) => {
  const n = 30;
  const P = denseAffinities(clusters(n, 1), 5, 5);
  const settings = { ...tsneDefaults, dimensions, perplexity: 5, learningRate: 30, exaggerationUntil: 100 };
  const begin = () => createTsne(P, settings, randomStart(n, dimensions, createRandom(3)));

  it('brings together what belongs together', () => {
    const engine = begin();
    engine.step(300);
    const { indices } = nearestNeighbours(engine.positions(), dimensions, 5);
    indices.forEach((j, at) => {
      expect(j % 3).toBe(Math.floor(at / 5) % 3);
    });
  });

  it('has its middle at 0, and takes steps in any portions', () => {
    const [once, often] = [begin(), begin()];
    once.step(50);
    for (let i = 0; i < 10; i++) often.step(5);
    expect(once.positions()).toEqual(often.positions());
    for (let axis = 0; axis < dimensions; axis++) {
      const along = once.positions().filter((_, i) => i % dimensions === axis);
      expect(along.reduce((a, b) => a + b, 0) / n).toBeCloseTo(0, 4);
    }
  });

  it('goes on from where points are placed', () => {
    const engine = begin();
    engine.step(60);
    const places = engine.positions().slice();
    const before = engine.divergence();
    engine.step(20);
    engine.place(places);
    expect(engine.positions()).toEqual(places);
    expect(engine.divergence()).toBeCloseTo(Number(before), 6);
    expect(engine.iteration).toBe(80);
  });
});

it('throws nobody out, however large the learning rate', () => {
  const engine = createTsne(
    denseAffinities(clusters(12, 2), 5, 3),
    { ...tsneDefaults, learningRate: 1e9 },
    randomStart(12, 2, createRandom(1)),
  );
  engine.step(20);
  expect(Math.max(...engine.positions().map(Math.abs))).toBeLessThan(200);
});

it('counts the learning rate by the number of points, unless it is told', () => {
  expect(learningRateOf(tsneDefaults, 600)).toBe(200);
  expect(learningRateOf(tsneDefaults, 24_000)).toBe(2000);
  expect(learningRateOf({ ...tsneDefaults, learningRate: 7 }, 24_000)).toBe(7);
});

it('exaggerates early, with little momentum', () => {
  const settings = { ...tsneDefaults, lateExaggeration: 2 };
  expect(scheduleAt(settings, 249)).toEqual({ exaggeration: 12, momentum: 0.5 });
  expect(scheduleAt(settings, 250)).toEqual({ exaggeration: 2, momentum: 0.8 });
});
