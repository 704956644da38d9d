import type { Truncation } from '../../models/language/truncation.ts';
import { choice, integer, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { LOG_H, MATRICES, type MatrixId } from './check.ts';
import { MODEL_TABLE, type ModelSettings } from './model-settings.ts';
import { MOST_STEPS } from './reading.ts';
import { KINDS } from './sums-settings.ts';

/** Everything that a link of the finite-difference check carries. */
export interface CheckSettings extends ModelSettings {
  readonly matrix: MatrixId;
  /** Place in the matrix as it is drawn, counted from 1. */
  readonly row: number;
  readonly column: number;
  /** The gradient to be checked: `none` is the full one. */
  readonly kind: Truncation['kind'];
  readonly length: number;
  /** log₁₀ of the step size. */
  readonly logH: number;
}

export const CHECK_TABLE: Table<CheckSettings> = {
  ...MODEL_TABLE,
  matrix: { key: 'of', codec: choice('recurrent', MATRICES) },
  row: { key: 'row', codec: integer(2, 1, 64) },
  column: { key: 'col', codec: integer(1, 1, 64) },
  kind: { key: 'cut', codec: choice('none', KINDS) },
  length: { key: 'k', codec: integer(4, 1, MOST_STEPS) },
  logH: { key: 'logh', codec: real(-3, LOG_H.low, LOG_H.high) },
};
