import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Sizes of vocabulary that are measured. */
export const SIZES = ['1000', '2000', '5000', '10000', '20000', '50000', '100000'] as const;
export const DIMENSIONS = ['50', '100', '200', '300'] as const;
export const MOST_NEGATIVES = 20;

/** Everything that a link of the figure carries; what was measured belongs to the machine. */
export interface CostSettings {
  /** V of the bars. */
  readonly vocabulary: (typeof SIZES)[number];
  readonly dimensions: (typeof DIMENSIONS)[number];
  /** K. */
  readonly negatives: number;
  /** What the curves show: milliseconds, or how many times the tree's. */
  readonly view: 'time' | 'ratio';
}

export const COST_TABLE: Table<CostSettings> = {
  vocabulary: { key: 'V', codec: choice('10000', SIZES) },
  dimensions: { key: 'd', codec: choice('100', DIMENSIONS) },
  negatives: { key: 'K', codec: integer(5, 1, MOST_NEGATIVES) },
  view: { key: 'view', codec: choice('time', ['time', 'ratio']) },
};
