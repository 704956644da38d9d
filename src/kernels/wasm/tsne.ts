import { LONGEST_STEP, learningRateOf, scheduleAt } from '../../models/projection/tsne.ts';
import type { MapDimensions, SparseP, TsneEngine, TsneSettings } from '../../models/projection/tsne-types.ts';
import { createMemory } from './arena.ts';
import type { TsneExports } from './tsne-exports.ts';
import { createGrid } from './tsne-grid.ts';
import { largestGrid } from './tsne-grid-plan.ts';
import { fillTsne, planTsne, shapeOf, type TsnePlan } from './tsne-plan.ts';

/** From so many points on, a map of two dimensions has its repulsion from the grid. */
export const GRID_FROM = 2500;

/**
 * The twin of `models/projection/tsne.ts` in 32 bits. A map of two dimensions with `GRID_FROM` points or more has its repulsion from
 * a grid; others, and all of three dimensions, from all pairs. `repulsion` says otherwise: for tests, and to compare.
 * Throws a RangeError that says how much was asked for when the memory cannot be had.
 * @param start (n, dimensions)
 */
export function createTsneKernel(
  module: WebAssembly.Module,
  P: SparseP,
  settings: TsneSettings,
  start: ArrayLike<number>,
  repulsion: TsneEngine['repulsion'] = defaultRepulsion(P.starts.length - 1, settings.dimensions),
): TsneEngine {
  const { dimensions } = settings;
  const n = P.starts.length - 1;
  const shape = shapeOf(P, dimensions, repulsion === 'grid');
  const plan = planTsne(shape);
  const memory = createMemory(plan.bytes, false);
  fillTsne(memory, plan, shape, P);
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as TsneExports;
  const numbers = (at: number) => new Float32Array(memory.buffer, at, n * dimensions);
  const points = numbers(plan.points);
  const place = (positions: ArrayLike<number>) => {
    points.set(positions);
    numbers(plan.velocity).fill(0);
    numbers(plan.gains).fill(1);
    for (let axis = 0; axis < dimensions; axis++) kernel.measure(plan.motion, axis);
  };
  place(start);
  const forces = createForces(kernel, memory, plan, n, dimensions);
  const rate = learningRateOf(settings, n);
  const entropy = -selfEntropy(P.values);
  let iteration = 0;
  return {
    repulsion,
    tier: 'wasm',
    positions: () => points,
    step(iterations) {
      for (let i = 0; i < iterations; i++) {
        const { exaggeration, momentum } = scheduleAt(settings, iteration++);
        const normaliser = forces.all();
        kernel.descend(plan.motion, exaggeration, 1 / normaliser, rate, momentum, LONGEST_STEP);
      }
    },
    divergence: () => forces.logDistances() + Math.log(forces.repulsion()) - entropy,
    place,
    get iteration() {
      return iteration;
    },
    dispose() {},
  };
}

function defaultRepulsion(n: number, dimensions: MapDimensions): TsneEngine['repulsion'] {
  return dimensions === 2 && n >= GRID_FROM ? 'grid' : 'exact';
}

/** Σ p ln p. */
function selfEntropy(values: Float32Array): number {
  let sum = 0;
  for (const p of values) if (p > 0) sum += p * Math.log(p);
  return sum;
}

function createForces(
  kernel: TsneExports,
  memory: WebAssembly.Memory,
  plan: TsnePlan,
  n: number,
  m: MapDimensions,
) {
  const { points, planes, plane, values, starts, columns, attraction } = plan;
  const box = new Float32Array(memory.buffer, plan.box, 2 * m);
  const grid = plan.grid > 0 ? createGrid(kernel, memory, plan.grid, largestGrid(n)) : null;
  const repulsion = () => {
    if (grid) return grid.repel(points, n, box, plan.repulsion);
    kernel.toPlanes(points, n, m, planes, plane);
    return (m === 2 ? kernel.repel2 : kernel.repel3)(planes, plane, n, plan.repulsion);
  };
  return {
    repulsion,
    /** Attraction and repulsion; returns Z. */
    all() {
      if (plan.isDense) {
        kernel.toPlanes(points, n, m, planes, plane);
        return kernel.pairs2(planes, plane, n, values, attraction, plan.repulsion);
      }
      (m === 2 ? kernel.attract2 : kernel.attract3)(starts, columns, values, points, n, attraction);
      return repulsion();
    },
    /** Σ p ln(1 + d²). */
    logDistances() {
      if (!plan.isDense) return kernel.logDistances(starts, columns, values, points, n, m);
      kernel.toPlanes(points, n, m, planes, plane);
      return kernel.logPairs2(planes, plane, n, values);
    },
  };
}
