import { choice, integer, real, tuples } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { BELIEFS, type Belief, MOST_WORDS } from './shape.ts';

/** Everything about the figure on perplexity that a link carries. */
export interface ShapeSettings {
  readonly size: number;
  readonly belief: Belief;
  readonly confidence: number;
  /** By hand: a weight for each word, 0 … 100. */
  readonly weights: readonly (readonly number[])[];
}

export const MOST_CONFIDENCE = 4;
export const MOST_WEIGHT = 100;
const EVEN = 50;

export const SHAPE_TABLE: Table<ShapeSettings> = {
  size: { key: 'V', codec: integer(8, 2, MOST_WORDS) },
  belief: { key: 'lean', codec: choice('right', BELIEFS) },
  confidence: { key: 'sure', codec: real(0, 0, MOST_CONFIDENCE) },
  weights: { key: 'w', codec: tuples(1, MOST_WORDS) },
};

/** Weights of so many words; those never set are alike. Never all 0. */
export function weightsOf({ weights, size }: Pick<ShapeSettings, 'weights' | 'size'>): readonly number[] {
  const set = Array.from({ length: size }, (_, i) =>
    Math.min(MOST_WEIGHT, Math.max(0, weights[i]?.[0] ?? EVEN)),
  );
  return set.some((weight) => weight > 0) ? set : set.map(() => EVEN);
}
