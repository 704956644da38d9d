import { choice, integer, real, text } from '../../url/codecs.ts';
import { fallbackState, type Table, withFallbacks } from '../../url/fragment.ts';
import { TEXT_SOURCE_TABLE, type TextSourceSettings } from '../texts/settings.ts';
import { MOST_ORDER, SMOOTHINGS, type Smoothing } from './reference.ts';

/** How much of a text is counted, in characters from its beginning. */
export const AMOUNTS = ['3000', '30000', '300000'] as const;
/** Longest sentence, in bytes of UTF-8. */
const SENTENCE_BYTES = 600;
/** Range of k, as powers of ten. */
export const LOG_K = { low: -3, high: 1, step: 0.25 } as const;

/** An n-gram model, and the text that it is counted on. */
export interface CountedSettings extends TextSourceSettings {
  readonly amount: (typeof AMOUNTS)[number];
  readonly order: number;
  readonly smoothing: Smoothing;
  /** log₁₀ k of add-k. */
  readonly logK: number;
  readonly sentence: string;
}

export const COUNTED_TABLE: Table<CountedSettings> = {
  ...withFallbacks(TEXT_SOURCE_TABLE, { level: 'word', ends: 'sentences', vocabulary: 3000 }),
  amount: { key: 'part', codec: choice('300000', AMOUNTS) },
  order: { key: 'n', codec: integer(3, 1, MOST_ORDER) },
  smoothing: { key: 'smooth', codec: choice('kneser-ney', SMOOTHINGS) },
  logK: { key: 'k', codec: real(0, LOG_K.low, LOG_K.high) },
  sentence: { key: 'say', codec: text('They knew the sea.', SENTENCE_BYTES) },
};

/** The figure that takes a sentence apart. */
export interface ChainSettings extends CountedSettings {
  /** Factor that is opened, counted from 1. */
  readonly at: number;
}

export const CHAIN_TABLE: Table<ChainSettings> = {
  ...COUNTED_TABLE,
  at: { key: 't', codec: integer(3, 1, 60) },
};

/** The figure that shows the counts. */
export interface CellsSettings extends CountedSettings {
  readonly show: 'counts' | 'probabilities';
  /** Selected cell, counted from 1. */
  readonly row: number;
  readonly column: number;
}

export const CELLS_TABLE: Table<CellsSettings> = {
  ...withFallbacks(COUNTED_TABLE, { order: 2, smoothing: 'add-k' }),
  show: { key: 'show', codec: choice('counts', ['counts', 'probabilities']) },
  row: { key: 'row', codec: integer(3, 1, 60) },
  column: { key: 'column', codec: integer(3, 1, 60) },
};

/** The figure about long products. */
export const PRODUCT_TABLE: Table<CountedSettings> = withFallbacks(COUNTED_TABLE, { order: 2 });

export const kOf = ({ logK }: Pick<CountedSettings, 'logK'>): number => 10 ** logK;

/** What the chain's figure opens with. */
export const CHAIN_DEFAULTS: ChainSettings = fallbackState(CHAIN_TABLE);
