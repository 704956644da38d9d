import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Sizes of a network that is only counted, and what is left out of it. */
export interface LayerSettings {
  readonly context: number;
  readonly dimensions: number;
  readonly hidden: number;
  readonly vocabulary: number;
  readonly model: 'nnlm' | 'cbow';
  readonly scores: 'full' | 'tree';
}

export const LIMITS = {
  context: { least: 1, most: 20, step: 1 },
  dimensions: { least: 10, most: 1000, step: 10 },
  hidden: { least: 10, most: 2000, step: 10 },
} as const;
/** V: three for every power of ten. */
export const VOCABULARIES = [
  1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
] as const;

export const LAYER_TABLE: Table<LayerSettings> = {
  context: { key: 'N', codec: integer(4, LIMITS.context.least, LIMITS.context.most) },
  dimensions: { key: 'D', codec: integer(100, LIMITS.dimensions.least, LIMITS.dimensions.most) },
  hidden: { key: 'H', codec: integer(500, LIMITS.hidden.least, LIMITS.hidden.most) },
  vocabulary: { key: 'V', codec: integer(10_000, 2, 10_000_000) },
  model: { key: 'model', codec: choice('nnlm', ['nnlm', 'cbow']) },
  scores: { key: 'scores', codec: choice('full', ['full', 'tree']) },
};
