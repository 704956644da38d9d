import { choice, integer, real, text } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';
import {
  LEARNING_TABLE,
  type LearningSettings,
  LIVE_WORD_TABLE,
  type LiveWordSettings,
} from '../word2vec/settings.ts';

/** Noise words of the one pair that is looked at. */
export const NOISE_WORDS = { least: 1, most: 20 } as const;

/** A pair of a running skip-gram, and its noise words. */
export interface UpdatesSettings extends WordTextSettings, LearningSettings {
  /** Word that is read, and word that is foretold. */
  readonly from: string;
  readonly to: string;
  /** K, seed and turn of the noise words on show; the run has its own. */
  readonly noise: number;
  readonly draw: number;
  /** η of learning this pair by hand: steps large enough to be seen, or small ones as in training. */
  readonly step: '0.025' | '0.1' | '0.5';
}

export const STEPS = ['0.025', '0.1', '0.5'] as const;

/** What both figures of the lesson train, on the speeches. */
const NEGATIVE = { output: 'negative', window: 5, subsample: 0, epochs: 12 } as const;

export const UPDATES_TABLE: Table<UpdatesSettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { source: 'state-of-the-union', minCount: 10 }),
  ...withFallbacks(LEARNING_TABLE, NEGATIVE),
  from: { key: 'in', codec: text('health', 60) },
  to: { key: 'word', codec: text('care', 60) },
  noise: { key: 'noise', codec: integer(5, NOISE_WORDS.least, NOISE_WORDS.most) },
  draw: { key: 'draw', codec: integer(1, 1, 1_000_000) },
  step: { key: 'step', codec: choice('0.1', STEPS) },
};

/** The live run: no subsampling, so that its scores can be held against what counts say. */
export const NEGATIVE_LIVE_TABLE: Table<LiveWordSettings> = {
  ...withFallbacks(LIVE_WORD_TABLE, NEGATIVE),
  exponent: { key: 'a', codec: real(0.75, 0, 1) },
  negatives: { key: 'k', codec: integer(5, 1, 20) },
};
