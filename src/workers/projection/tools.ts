import { affinities } from '../../models/projection/affinities.ts';
import { emptyLists, fillNeighbours } from '../../models/projection/neighbour-rows.ts';
import { createTsne } from '../../models/projection/tsne.ts';
import type {
  NearestNeighbours,
  SparseP,
  TsneEngine,
  TsneSettings,
} from '../../models/projection/tsne-types.ts';
import type { Tier } from '../protocol.ts';

/** What a tier has for maps. */
export interface MapTools {
  readonly tier: Tier;
  /** Yields how many points are done. */
  neighbours(vectors: Float32Array, d: number, count: number): Generator<number, NearestNeighbours>;
  affinities(near: NearestNeighbours, perplexity: number): SparseP;
  /** @param start (n, dimensions) */
  createTsne(P: SparseP, settings: TsneSettings, start: Float32Array): TsneEngine | Promise<TsneEngine>;
  dispose(): void;
}

/** The reference: everything exact. */
export const REFERENCE_TOOLS: MapTools = {
  tier: 'js',
  *neighbours(vectors, d, count) {
    const n = vectors.length / d;
    const lists = emptyLists(n, count);
    yield* fillNeighbours(vectors, d, Array(n).keys(), lists);
    return { ...lists, isApproximate: false };
  },
  affinities,
  createTsne,
  dispose() {},
};
