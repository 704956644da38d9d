import { describe, expect, it } from 'vitest';
import { affinities, denseAffinities } from '../../models/projection/affinities.ts';
import { nearestNeighbours } from '../../models/projection/nearest-neighbours.ts';
import { createTsne, tsneDefaults } from '../../models/projection/tsne.ts';
import { tsneGradient } from '../../models/projection/tsne-gradient.ts';
import { randomStart } from '../../models/projection/tsne-start.ts';
import type { MapDimensions, TsneEngine, TsneSettings } from '../../models/projection/tsne-types.ts';
import { createRandom } from '../../models/random.ts';
import { createArena } from './arena.ts';
import { createTsneKernel, GRID_FROM } from './tsne.ts';
import { blobs, readTsneModule } from './tsne-module.testkit.ts';

const module = await readTsneModule();
const PERPLEXITY = 8;

/** n is no multiple of anything. */
const N = 131;
const vectors = blobs(N, 5, 3, 4, 2);
const dense = denseAffinities(vectors, 5, PERPLEXITY);
const sparse = affinities(nearestNeighbours(vectors, 5, 3 * PERPLEXITY), PERPLEXITY);

const settingsOf = (dimensions: MapDimensions, changes: Partial<TsneSettings> = {}): TsneSettings => ({
  ...tsneDefaults,
  dimensions,
  perplexity: PERPLEXITY,
  ...changes,
});
const spread = (scale: number, dimensions: number, seed = 3) => {
  const random = createRandom(seed);
  return Float32Array.from({ length: N * dimensions }, () => scale * random.normal());
};

/** ‖moved a − moved b‖ / ‖moved b‖. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>, start: ArrayLike<number>): number {
  let [difference, size] = [0, 0];
  for (let i = 0; i < start.length; i++) {
    difference += ((a[i] ?? Number.NaN) - (b[i] ?? 0)) ** 2;
    size += ((b[i] ?? 0) - (start[i] ?? 0)) ** 2;
  }
  return Math.sqrt(difference / size);
}

const WAYS = [
  ['exact over all of P, on a plane', 2, dense, 'exact', 2e-5],
  ['exact over a sparse P, on a plane', 2, sparse, 'exact', 2e-5],
  ['exact over all of P, in space', 3, dense, 'exact', 2e-5],
  ['exact over a sparse P, in space', 3, sparse, 'exact', 2e-5],
  ['by the grid over a sparse P', 2, sparse, 'grid', 3e-3],
  ['by the grid over all of P', 2, dense, 'grid', 3e-3],
] as const;

describe.each(WAYS)('%s', (_of, dimensions, P, repulsion, tolerance) => {
  it.each([1e-3, 1, 15])('steps and divergence are the reference’s (map of size %f)', (scale) => {
    const start = spread(scale, dimensions);
    // Gains begin to differ where a gradient is 0 to rounding; few steps are compared, with and without exaggeration.
    const settings = settingsOf(dimensions, { exaggerationUntil: 2, learningRate: 10 * scale });
    const reference = createTsne(P, settings, start);
    const kernel = createTsneKernel(module, P, settings, start, repulsion);
    expect(Math.abs(Number(kernel.divergence()) - Number(reference.divergence()))).toBeLessThan(
      repulsion === 'grid' ? 2e-3 : 1e-5,
    );
    for (const engine of [reference, kernel]) engine.step(4);
    expect(apart(kernel.positions(), reference.positions(), start)).toBeLessThan(tolerance);
    expect(kernel.iteration).toBe(4);
  });

  it('moves along the gradient that the reference has, alone', () => {
    const start = spread(4, dimensions);
    const settings = settingsOf(dimensions, { exaggeration: 1, learningRate: 1e-3 });
    const kernel = createTsneKernel(module, P, settings, start, repulsion);
    kernel.step(1);
    const { gradient } = tsneGradient(P, start, dimensions);
    // The first step has gains of 1.2, and the map's middle goes to 0.
    const middle = Array.from({ length: dimensions }, (_, axis) =>
      start.reduce((sum, y, i) => (i % dimensions === axis ? sum + y / N : sum), 0),
    );
    const expected = gradient.map(
      (g, i) => (start[i] ?? 0) - 1e-3 * 1.2 * (g / 4) - (middle[i % dimensions] ?? 0),
    );
    expect(apart(kernel.positions(), expected, new Float32Array(expected.length))).toBeLessThan(2e-7);
  });
});

describe('a kernel’s map', () => {
  const begin = (repulsion: TsneEngine['repulsion']) =>
    createTsneKernel(module, sparse, settingsOf(2), randomStart(N, 2, createRandom(5)), repulsion);

  it.each(['exact', 'grid'] as const)('%s: the same start, the same bits, in any portions', (repulsion) => {
    const [once, often] = [begin(repulsion), begin(repulsion)];
    once.step(60);
    for (let i = 0; i < 10; i++) often.step(6);
    expect(once.positions()).toEqual(often.positions());
    expect(once.positions().every(Number.isFinite)).toBe(true);
  });

  it.each(['exact', 'grid'] as const)('%s: ends where the reference does, by divergence', (repulsion) => {
    const kernel = begin(repulsion);
    const reference = createTsne(sparse, settingsOf(2), randomStart(N, 2, createRandom(5)));
    for (const engine of [kernel, reference]) engine.step(300);
    const [found, expected] = [Number(kernel.divergence()), Number(reference.divergence())];
    expect(found / expected).toBeGreaterThan(0.8);
    expect(found / expected).toBeLessThan(1.25);
    expect(found).toBeCloseTo(tsneGradient(sparse, kernel.positions(), 2).divergence, 2);
  });

  it('goes on from where points are placed, at rest', () => {
    const [kernel, fresh] = [begin('exact'), begin('exact')];
    kernel.step(20);
    const start = randomStart(N, 2, createRandom(5));
    kernel.place(start);
    expect(kernel.positions()).toEqual(start);
    for (const engine of [kernel, fresh]) engine.step(20);
    expect(kernel.positions()).toEqual(fresh.positions());
  });

  it('throws nobody out, however large the learning rate', () => {
    const wild = createTsneKernel(module, sparse, settingsOf(2, { learningRate: 1e9 }), spread(1, 2), 'grid');
    wild.step(20);
    expect(Math.max(...wild.positions().map(Math.abs))).toBeLessThan(300);
  });

  it.each(['exact', 'grid'] as const)(
    '%s: a point without a place makes the map one that is none',
    (repulsion) => {
      const kernel = begin(repulsion);
      const places = kernel.positions().slice();
      places[7] = Number.NaN;
      kernel.place(places);
      kernel.step(2);
      expect(kernel.positions().every(Number.isFinite)).toBe(false);
      expect(kernel.divergence()).toBeNaN();
      kernel.place(randomStart(N, 2, createRandom(5)));
      kernel.step(2);
      expect(kernel.positions().every(Number.isFinite)).toBe(true);
    },
  );

  it('of two points keeps them apart', () => {
    const two = {
      starts: Int32Array.of(0, 1, 2),
      columns: Int32Array.of(1, 0),
      values: Float32Array.of(0.5, 0.5),
    };
    const kernel = createTsneKernel(module, two, settingsOf(2), [1e-4, 0, -1e-4, 0]);
    kernel.step(50);
    expect(kernel.positions().every(Number.isFinite)).toBe(true);
    expect(kernel.divergence()).toBeCloseTo(0, 5);
  });
});

it('takes the grid from so many points on, on a plane', () => {
  const chain = (n: number) => ({
    starts: Int32Array.from({ length: n + 1 }, (_, i) => i),
    columns: Int32Array.from({ length: n }, (_, i) => i ^ 1),
    values: new Float32Array(n).fill(1 / n),
  });
  const repulsionOf = (n: number, dimensions: MapDimensions) =>
    createTsneKernel(module, chain(n), settingsOf(dimensions), new Float32Array(n * dimensions)).repulsion;
  expect(repulsionOf(GRID_FROM - 2, 2)).toBe('exact');
  expect(repulsionOf(GRID_FROM, 2)).toBe('grid');
  expect(repulsionOf(GRID_FROM, 3)).toBe('exact');
});

it('keeps no data of its own where plans deal out places', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  expect((exports as { heapBase(): number }).heapBase()).toBeLessThanOrEqual(createArena().take(1));
});
