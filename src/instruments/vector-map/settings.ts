import { choice, flag, integer, maybe, real, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { LINK_TEXT_BYTES } from '../texts/settings.ts';

export const METHODS = ['tsne', 'umap', 'pca', 'axes'] as const;
export type MapMethod = (typeof METHODS)[number];
export const COLOURS = ['none', 'cluster', 'rank', 'column'] as const;

/** Which words a map shows, and how it is made. */
export interface MapSettings {
  /** The first so many words of the set; `only` comes before it. */
  readonly first: number;
  /** Words of the reader's own instead; empty: the first ones. */
  readonly only: string;
  /** Words that were added to them, and taken out. */
  readonly added: string;
  readonly dropped: string;
  readonly projection: MapMethod;
  readonly dimensions: '2' | '3';
  readonly distances: 'cosine' | 'euclid';
  /** Vectors less the mean of all. */
  readonly mapCentred: boolean;
  readonly perplexity: number;
  readonly exaggeration: number;
  /** Null: by the number of points. */
  readonly rate: number | null;
  readonly start: 'pca' | 'random';
  readonly seed: number;
  /** UMAP's. */
  readonly neighbours: number;
  readonly distance: number;
  /** Axes of the reader's own, `he man > she woman`. */
  readonly across: string;
  readonly up: string;
  readonly colour: (typeof COLOURS)[number];
  readonly clusters: number;
  /** Name of the column of metadata that colours. */
  readonly column: string;
  /** Whether the nearest words of the full space are drawn over the map. */
  readonly links: boolean;
}

export const FIRST = { least: 100, most: 50_000 } as const;
export const PERPLEXITY = { min: 2, max: 100 } as const;
export const EXAGGERATION = { min: 1, max: 32 } as const;
export const RATE = { min: 1, max: 10_000 } as const;
export const NEIGHBOURS = { min: 2, max: 100 } as const;
export const CLUSTERS = { min: 2, max: 24 } as const;

export const MAP_TABLE: Table<MapSettings> = {
  first: { key: 'n', codec: integer(2000, FIRST.least, FIRST.most) },
  only: { key: 'only', codec: text('', LINK_TEXT_BYTES) },
  added: { key: 'add', codec: text('', 600) },
  dropped: { key: 'drop', codec: text('', 600) },
  projection: { key: 'map', codec: choice('tsne', METHODS) },
  dimensions: { key: 'dim', codec: choice('2', ['2', '3']) },
  distances: { key: 'dist', codec: choice('cosine', ['cosine', 'euclid']) },
  mapCentred: { key: 'mean', codec: flag(false) },
  perplexity: { key: 'perp', codec: real(30, PERPLEXITY.min, PERPLEXITY.max) },
  exaggeration: { key: 'exag', codec: real(12, EXAGGERATION.min, EXAGGERATION.max) },
  rate: { key: 'eta', codec: maybe(real(200, RATE.min, RATE.max), null) },
  start: { key: 'begin', codec: choice('pca', ['pca', 'random']) },
  seed: { key: 'seed', codec: integer(1, 0, 2 ** 32 - 1) },
  neighbours: { key: 'k', codec: integer(15, NEIGHBOURS.min, NEIGHBOURS.max) },
  distance: { key: 'apart', codec: real(0.1, 0, 1) },
  across: { key: 'across', codec: text('', 400) },
  up: { key: 'up', codec: text('', 400) },
  colour: { key: 'colour', codec: choice('none', COLOURS) },
  clusters: { key: 'groups', codec: integer(12, CLUSTERS.min, CLUSTERS.max) },
  column: { key: 'column', codec: text('', 120) },
  links: { key: 'links', codec: flag(true) },
};
