import { expect, it } from 'vitest';
import { affinities } from '../../models/projection/affinities.ts';
import { nearestNeighbours } from '../../models/projection/nearest-neighbours.ts';
import type { NearestNeighbours } from '../../models/projection/tsne-types.ts';
import { kernelAffinities } from './affinities.ts';
import { blobs, readTsneModule } from './tsne-module.testkit.ts';

const module = await readTsneModule();

function expectAlike(neighbours: NearestNeighbours, perplexity: number): void {
  const expected = affinities(neighbours, perplexity);
  const found = kernelAffinities(module, neighbours, perplexity);
  expect(found.starts).toEqual(expected.starts);
  expect(found.columns).toEqual(expected.columns);
  const mean = 1 / expected.values.length;
  const worst = found.values.reduce((most, value, at) => {
    const p = expected.values[at] ?? Number.NaN;
    return Math.max(most, Math.abs(value - p) / (4e-5 * p + 1e-5 * mean));
  }, 0);
  expect(worst).toBeLessThan(1);
}

it.each([
  [200, 45, 15],
  [300, 13, 3],
  [60, 59, 30],
  [300, 6, 1.01],
])('of %i points with %i neighbours, perplexity %f: the reference’s', (n, count, perplexity) => {
  expectAlike(nearestNeighbours(blobs(n, 6, 5, 3, n), 6, count), perplexity);
});

it.each([1e-12, 1e12])('whatever the unit of distance: %f', (unit) => {
  const near = nearestNeighbours(blobs(80, 3, 2, 2, 1), 3, 20);
  expectAlike({ ...near, distances: near.distances.map((d) => d * unit) }, 6);
});

it('of twins, more than the perplexity: all alike', () => {
  expectAlike(nearestNeighbours([1, 1, 1, 1, 1, 9, 9.5, 10, 11, 12], 1, 4), 2);
});
