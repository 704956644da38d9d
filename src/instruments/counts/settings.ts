import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const VOCABULARIES = ['100', '1000', '10000', '30000', '50000', '1000000'] as const;
/** Largest T and n_a. */
export const MOST = { steps: 100, hidden: 512 } as const;

/** Everything about the figure that a link carries. */
export interface CountSettings {
  readonly steps: number;
  readonly hidden: number;
  readonly vocabulary: (typeof VOCABULARIES)[number];
}

export const COUNT_TABLE: Table<CountSettings> = {
  steps: { key: 'T', codec: integer(9, 1, MOST.steps) },
  hidden: { key: 'h', codec: integer(100, 1, MOST.hidden) },
  vocabulary: { key: 'vocab', codec: choice('10000', VOCABULARIES) },
};
