import { afterAll, describe, expect, it } from 'vitest';
import { denseAffinities } from '../../models/projection/affinities.ts';
import { createTsne, tsneDefaults } from '../../models/projection/tsne.ts';
import { randomStart } from '../../models/projection/tsne-start.ts';
import type { MapDimensions, TsneSettings } from '../../models/projection/tsne-types.ts';
import { createRandom } from '../../models/random.ts';
import { findDawn } from './dawn.testkit.ts';
import { createTsneOnDevice } from './tsne.ts';
import { isTsneSound, tsneError } from './tsne-check.ts';

const gpu = await findDawn();
const reason = typeof gpu === 'string' ? ` (skipped: ${gpu})` : '';
const device = typeof gpu === 'string' ? null : await (await gpu.requestAdapter())?.requestDevice();

/** More points than a tile has, and not a whole number of tiles. */
const N = 150;

function problem(dimensions: MapDimensions, n = N, more: Partial<TsneSettings> = {}) {
  const random = createRandom(3);
  const vectors = Float32Array.from({ length: n * 8 }, (_, i) => random.normal() + (i % 24 < 8 ? 4 : 0));
  const settings = { ...tsneDefaults, perplexity: 10, dimensions, exaggerationUntil: 10, ...more };
  return { P: denseAffinities(vectors, 8, 10), settings, start: randomStart(n, dimensions, random) };
}

/** ‖a − b‖ / ‖b‖. */
function distance(a: Float32Array, b: Float32Array): number {
  let [difference, size] = [0, 0];
  b.forEach((x, i) => {
    difference += (a[i]! - x) ** 2;
    size += x * x;
  });
  return Math.sqrt(difference / size);
}

describe.skipIf(!device)(`t-SNE on a device${reason}`, { timeout: 120_000 }, () => {
  afterAll(() => device?.destroy());
  const open = (of: ReturnType<typeof problem>) =>
    createTsneOnDevice(device as GPUDevice, of.P, of.settings, of.start);

  it.each([2, 3] as const)('is the reference in %i dimensions, past the exaggeration', async (dimensions) => {
    const given = problem(dimensions);
    const [ours, reference] = [await open(given), createTsne(given.P, given.settings, given.start)];
    expect(await ours.divergence()).toBeCloseTo(await reference.divergence(), 4);
    for (const iterations of [1, 4, 15]) {
      await ours.step(iterations);
      await reference.step(iterations);
      expect(ours.iteration).toBe(reference.iteration);
      expect(distance(ours.positions(), reference.positions())).toBeLessThan(1e-3);
    }
    expect(await ours.divergence()).toBeCloseTo(await reference.divergence(), 3);
    ours.dispose();
  });

  it('goes on from where points were put, at rest', async () => {
    const given = problem(2);
    const [ours, reference] = [await open(given), createTsne(given.P, given.settings, given.start)];
    await ours.step(5);
    const put = Float32Array.from({ length: 2 * N }, (_, i) => Math.sin(i));
    ours.place(put);
    reference.place(put);
    expect(ours.positions()).toEqual(put);
    await reference.step(0);
    await ours.step(0);
    await ours.step(1);
    await reference.step(1);
    // The reference has not had the first five: both are within the exaggeration.
    expect(distance(ours.positions(), reference.positions())).toBeLessThan(1e-4);
    ours.dispose();
  });

  it('stays about 0, and is the same bit for bit when done again', async () => {
    const given = problem(2);
    const runs = await Promise.all([open(given), open(given)]);
    for (const run of runs) await run.step(20);
    const [first, second] = runs.map((run) => [...run.positions()]);
    expect(second).toEqual(first);
    const mean = (first ?? []).reduce((sum, x) => sum + x, 0) / (2 * N);
    expect(Math.abs(mean)).toBeLessThan(1e-6);
    for (const run of runs) run.dispose();
  });

  it('passes its own check with room to spare', async () => {
    expect(await tsneError(device as GPUDevice)).toBeLessThan(1e-4);
    expect(await isTsneSound(device as GPUDevice)).toBe(true);
  });

  it('rejects when the device is gone', async () => {
    const other = await (await (gpu as GPU).requestAdapter())?.requestDevice();
    const given = problem(2);
    const ours = await createTsneOnDevice(other as GPUDevice, given.P, given.settings, given.start);
    await ours.step(1);
    other?.destroy();
    await expect(ours.step(1)).rejects.toThrow();
    ours.dispose();
  });
});
