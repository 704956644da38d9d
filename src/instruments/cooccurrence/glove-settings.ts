import { integer, real, text } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import type { EmbeddingConfig, EmbeddingText } from '../../workers/embeddings/protocol.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';
import { LOG_MOST, POWER, WINDOW } from './settings.ts';

/** What decides a run's numbers besides its text. */
export interface GloveChoice {
  readonly window: number;
  /** log₁₀ x_max. */
  readonly logMost: number;
  readonly power: number;
  readonly dimensions: number;
  readonly rate: number;
  readonly epochs: number;
  readonly seed: number;
}

/** A run, and what is looked at in it. */
export interface GloveSettings extends WordTextSettings, GloveChoice {
  /** Words whose neighbours are listed; empty: chosen for the text. */
  readonly look: string;
}

export const GLOVE_LIMITS = {
  dimensions: { min: 2, max: 300 },
  epochs: { min: 1, max: 500 },
  rate: { min: 0.0001, max: 10 },
} as const;

/** Chosen by looking at neighbours: on 190,000 words x_max = 10 gives better ones in 25 passes than 100 in many more. */
export const GLOVE_TABLE: Table<GloveSettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { source: 'state-of-the-union', ends: 'none', minCount: 10 }),
  window: { key: 'window', codec: integer(8, WINDOW.least, WINDOW.most) },
  logMost: { key: 'xmax', codec: real(1, LOG_MOST.least, LOG_MOST.most) },
  power: { key: 'alpha', codec: real(0.75, POWER.least, POWER.most) },
  dimensions: { key: 'd', codec: integer(50, GLOVE_LIMITS.dimensions.min, GLOVE_LIMITS.dimensions.max) },
  rate: { key: 'rate', codec: real(0.05, GLOVE_LIMITS.rate.min, GLOVE_LIMITS.rate.max) },
  epochs: { key: 'epochs', codec: integer(25, GLOVE_LIMITS.epochs.min, GLOVE_LIMITS.epochs.max) },
  seed: { key: 'seed', codec: integer(1, 0, 2 ** 32 - 1) },
  look: { key: 'look', codec: text('', 400) },
};

/** What the worker is asked to learn from a text. */
export function gloveConfig(settings: GloveChoice, source: EmbeddingText): EmbeddingConfig {
  const { window, logMost, power, epochs } = settings;
  return {
    source,
    method: { kind: 'glove', window, weighting: { most: 10 ** logMost, power }, epochs },
    dimensions: settings.dimensions,
    learningRate: settings.rate,
    seed: settings.seed,
  };
}
