import { UMAP } from 'umap-js';
import type { NearestNeighbours } from '../../../models/projection/tsne-types.ts';
import type { Random } from '../../../models/random.ts';
import type { MapEngine } from '../map-engine.ts';
import type { ProjectionMethod } from '../protocol.ts';

type UmapSettings = Extract<ProjectionMethod, { kind: 'umap' }>;

/** Extent of the start along its longest axis, as UMAP's own initialisation has it. */
const START_EXTENT = 20;

/**
 * UMAP (McInnes, Healy & Melville 2018) by umap-js, epoch by epoch, over neighbours that are known already. A point is the first of
 * its own neighbours there, so `near` holds one fewer than the setting says.
 * @param start (n, dimensions), any scale
 */
export function createUmapMap(
  near: NearestNeighbours,
  start: Float32Array,
  settings: UmapSettings,
  random: Random,
): MapEngine {
  const { dimensions, neighbours, minDistance, epochs } = settings;
  const n = start.length / dimensions;
  const umap = new UMAP({
    nComponents: dimensions,
    nNeighbors: neighbours,
    minDist: minDistance,
    nEpochs: epochs,
    random: () => random.next(),
  });
  umap.setPrecomputedKNN(...listsOf(near, n));
  // With neighbours given, only the number of points is looked at.
  umap.initializeFit(Array.from({ length: n }, () => []));
  const rows = umap.getEmbedding();
  const shown = new Float32Array(start.length);
  let iteration = 0;
  const place = (positions: Float32Array) => {
    rows.forEach((row, i) => {
      for (let axis = 0; axis < dimensions; axis++) row[axis] = positions[i * dimensions + axis]!;
    });
  };
  place(scaled(start));
  return {
    tier: 'js',
    repulsion: null,
    explained: null,
    get iteration() {
      return iteration;
    },
    step(iterations) {
      for (let i = 0; i < iterations && iteration < epochs; i++) iteration = umap.step();
    },
    isDone: () => iteration >= epochs,
    positions() {
      rows.forEach((row, i) => {
        for (let axis = 0; axis < dimensions; axis++) shown[i * dimensions + axis] = row[axis]!;
      });
      return shown;
    },
    place,
    dispose() {},
  };
}

/** Lists as umap-js wants them: plain arrays, each point itself first, distances not squared. */
function listsOf({ count, indices, distances }: NearestNeighbours, n: number): [number[][], number[][]] {
  const lists: number[][] = [];
  const away: number[][] = [];
  for (let i = 0; i < n; i++) {
    lists.push([i, ...indices.subarray(i * count, (i + 1) * count)]);
    away.push([0, ...distances.subarray(i * count, (i + 1) * count)].map(Math.sqrt));
  }
  return [lists, away];
}

function scaled(start: Float32Array): Float32Array {
  let most = 0;
  for (const x of start) most = Math.max(most, Math.abs(x));
  return most > 0 ? start.map((x) => (x * START_EXTENT) / (2 * most)) : start;
}
