import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { RecallShape } from '../../models/recall/recall.ts';
import type { TruncatedRecallOptions } from '../../models/recall/truncated.ts';
import { integer, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Everything that a link of the figure about cost carries. */
export interface CostSettings {
  /** n_a and B of the updates that are measured. */
  readonly units: number;
  readonly batch: number;
  /** Noise steps of the recall task. */
  readonly delay: number;
  /** k of the second run. */
  readonly window: number;
  readonly gain: number;
  readonly seed: number;
}

export const MOST_DELAY = 10;

export const COST_TABLE: Table<CostSettings> = {
  units: { key: 'h', codec: integer(32, 1, 128) },
  batch: { key: 'batch', codec: integer(16, 1, 64) },
  delay: { key: 'delay', codec: integer(6, 0, MOST_DELAY) },
  window: { key: 'k', codec: integer(7, 1, MOST_DELAY + 2) },
  gain: { key: 'gain', codec: real(0.5, 0.1, 1) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};

/** Letters to tell apart: guessing is right one time in four. */
export const SYMBOLS = 4;
const UNITS = 12;
const BATCH = 16;
/** Both runs stop here. */
export const LAST_STEP = 600;

export const recallShape = ({ delay }: Pick<CostSettings, 'delay'>): RecallShape => ({
  spec: DEFAULT_RNN,
  symbols: SYMBOLS,
  delay,
  hidden: UNITS,
  layers: 1,
});

/** What a run is to train, with its gradient carried back `window` steps. */
export const recallOptions = (settings: CostSettings, window: number): TruncatedRecallOptions => ({
  shape: recallShape(settings),
  window,
  gain: settings.gain,
  batch: BATCH,
  learningRate: 0.01,
  clip: 1,
  seed: settings.seed,
});
