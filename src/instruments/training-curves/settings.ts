import { choice, flag, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** What of the curves is on show. */
export interface CurveSettings {
  readonly quantity: 'loss' | 'perplexity';
  readonly against: 'step' | 'time';
  readonly log: boolean;
  /** Steps that the smoothed line averages over. */
  readonly window: number;
  readonly raw: boolean;
  readonly references: boolean;
  readonly norm: boolean;
}

export const MOST_WINDOW = 500;

export const CURVE_TABLE: Table<CurveSettings> = {
  quantity: { key: 'y', codec: choice('loss', ['loss', 'perplexity']) },
  against: { key: 'x', codec: choice('step', ['step', 'time']) },
  log: { key: 'log', codec: flag(false) },
  window: { key: 'smooth', codec: integer(25, 1, MOST_WINDOW) },
  raw: { key: 'raw', codec: flag(true) },
  references: { key: 'ref', codec: flag(true) },
  norm: { key: 'norm', codec: flag(true) },
};
