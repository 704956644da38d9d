import { integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Everything about the figure that its link carries; the weights are those of the page's running network. */
export interface MatrixSettings {
  /** Step on show, and the selected entry of W_a as it is drawn: all counted from 1. */
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

export const MATRIX_TABLE: Table<MatrixSettings> = {
  at: { key: 't', codec: integer(3, 1, 64) },
  row: { key: 'row', codec: integer(2, 1, 64) },
  column: { key: 'col', codec: integer(1, 1, 128) },
};
