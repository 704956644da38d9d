import type { Truncation } from '../../models/language/truncation.ts';
import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { MODEL_TABLE, MOST_HIDDEN, type ModelSettings } from './model-settings.ts';
import { MOST_STEPS } from './reading.ts';

export const KINDS = ['none', 'window', 'chunks'] as const;

/** Everything that a link of the figure about sums carries. */
export interface SumsSettings extends ModelSettings {
  readonly kind: Truncation['kind'];
  /** k. */
  readonly length: number;
  readonly show: 'norm' | 'entry';
  /** The entry of W_aa on show, units counted from 1. */
  readonly from: number;
  readonly to: number;
  /** Selected cell of the triangle: loss of step `i`, felt at step `j`, counted from 1. */
  readonly i: number;
  readonly j: number;
}

export const SUMS_TABLE: Table<SumsSettings> = {
  ...MODEL_TABLE,
  kind: { key: 'cut', codec: choice('window', KINDS) },
  length: { key: 'k', codec: integer(2, 1, MOST_STEPS) },
  show: { key: 'show', codec: choice('entry', ['norm', 'entry']) },
  from: { key: 'from', codec: integer(1, 1, MOST_HIDDEN) },
  to: { key: 'to', codec: integer(2, 1, MOST_HIDDEN) },
  i: { key: 'i', codec: integer(13, 1, MOST_STEPS) },
  j: { key: 'j', codec: integer(11, 1, MOST_STEPS) },
};
