import { describe, expect, it } from 'vitest';
import { repulsion } from '../../models/projection/tsne-gradient.ts';
import { createRandom } from '../../models/random.ts';
import type { TsneExports } from './tsne-exports.ts';
import { createGrid } from './tsne-grid.ts';
import { gridBytes } from './tsne-grid-plan.ts';
import { readTsneModule } from './tsne-module.testkit.ts';

const module = await readTsneModule();
const LARGEST = 1024;
const random = createRandom(1);

/** Grid and exact sums over the same points. `again`: on a grid that has seen other maps before. */
function bothWays(points: Float32Array, before: readonly Float32Array[] = []) {
  const n = points.length / 2;
  const [at, forcesAt] = [1024, 1024 + Math.ceil(points.byteLength / 64) * 64];
  const gridAt = forcesAt + Math.ceil(points.byteLength / 64) * 64;
  const pages = Math.ceil((gridAt + gridBytes(LARGEST)) / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages });
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as TsneExports;
  const grid = createGrid(kernel, memory, gridAt, LARGEST);
  let normaliser = 0;
  for (const each of [...before, points]) {
    new Float32Array(memory.buffer, at, points.length).set(each);
    normaliser = grid.repel(at, n, boxOf(each), forcesAt);
  }
  const exact = repulsion(points, 2);
  return { forces: new Float32Array(memory.buffer, forcesAt, points.length), normaliser, exact };
}

function boxOf(points: Float32Array): Float32Array {
  const along = [0, 1].map((axis) => points.filter((_, i) => i % 2 === axis));
  return Float32Array.from(along.flatMap((values) => [Math.min(...values), Math.max(...values)]));
}

/** ‖a − b‖ / ‖b‖. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [difference, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? Number.NaN) - (b[i] ?? 0)) ** 2;
    size += (b[i] ?? 0) ** 2;
  }
  return Math.sqrt(difference / size);
}

const cloud = (n: number, width: number, height: number) =>
  Float32Array.from({ length: 2 * n }, (_, i) => (i % 2 ? height : width) * (random.next() - 0.5));

describe('repulsion by the grid against all pairs', () => {
  it.each([
    [1e-4, 2e-5],
    [1, 2e-5],
    [10, 2e-4],
    [24, 2e-3],
    [60, 2.5e-3],
    [120, 2.5e-3],
  ])('a map %f across: forces to %f of their size', (width, tolerance) => {
    const { forces, normaliser, exact } = bothWays(cloud(900, width, width));
    expect(apart(forces, exact.forces)).toBeLessThan(tolerance);
    expect(Math.abs(normaliser / exact.normaliser - 1)).toBeLessThan(5e-4);
  });

  it.each([
    ['flat', cloud(500, 50, 0)],
    ['upright', cloud(500, 0, 50)],
    ['off the middle', cloud(500, 30, 20).map((x) => x + 700)],
    ['of two heaps', Float32Array.from(cloud(500, 1, 1), (x, i) => x + 40 * (i % 4 < 2 ? 1 : 0))],
  ])('a map that is %s', (_of, points) => {
    const { forces, exact } = bothWays(points);
    expect(apart(forces, exact.forces)).toBeLessThan(3e-3);
  });

  it('forces cancel', () => {
    const { forces } = bothWays(cloud(700, 40, 40));
    const size = Math.sqrt(forces.reduce((sum, f) => sum + f * f, 0));
    for (const axis of [0, 1]) {
      const sum = forces.reduce((total, f, i) => (i % 2 === axis ? total + f : total), 0);
      expect(Math.abs(sum) / size).toBeLessThan(1e-3);
    }
  });

  it('does not depend on the maps before', () => {
    const points = cloud(300, 30, 30);
    const others = [1e-3, 90, 35, 8].map((width) => cloud(300, width, width));
    expect(apart(bothWays(points, others).forces, bothWays(points).exact.forces)).toBeLessThan(2e-3);
  });

  it('of points that coincide there is none', () => {
    const { forces, normaliser, exact } = bothWays(new Float32Array(80).fill(3));
    for (const force of forces) expect(Math.abs(force)).toBeLessThan(1e-3);
    expect(normaliser / exact.normaliser).toBeCloseTo(1, 4);
  });

  it('a map larger than the largest grid still has forces, less exactly', () => {
    const { forces, normaliser, exact } = bothWays(cloud(900, 400, 400));
    expect(apart(forces, exact.forces)).toBeLessThan(0.9);
    expect(Math.abs(normaliser / exact.normaliser - 1)).toBeLessThan(0.2);
  });
});
