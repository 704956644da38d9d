import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Everything about the figure that its link carries; the numbers are those of the page's running network. */
export interface FoldingSettings {
  readonly form: 'folded' | 'unrolled';
  /** Step and unit on show, counted from 1. */
  readonly at: number;
  readonly unit: number;
}

export const FOLDING_TABLE: Table<FoldingSettings> = {
  form: { key: 'form', codec: choice('folded', ['folded', 'unrolled']) },
  at: { key: 't', codec: integer(3, 1, 64) },
  unit: { key: 'unit', codec: integer(1, 1, 64) },
};
