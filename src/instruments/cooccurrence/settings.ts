import { choice, flag, integer, real, text } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';

/** Words on either side. */
export const WINDOW = { least: 1, most: 15 } as const;
/** Rows and columns of the heat map. */
export const SIZE = { least: 2, most: 16 } as const;
/** log₁₀ x_max. */
export const LOG_MOST = { least: -1, most: 4 } as const;
export const POWER = { least: 0, most: 1.5 } as const;

/** What is counted as near, in a text. */
export interface CountedSettings extends WordTextSettings {
  readonly window: number;
  /** Whether a word k words away counts 1/k. */
  readonly byDistance: boolean;
}

/** The text of every figure of a page on GloVe: the speeches, of whose topics a short training learns enough to be seen. */
const COUNTED_TABLE: Table<CountedSettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { source: 'state-of-the-union', ends: 'none', minCount: 10 }),
  window: { key: 'window', codec: integer(8, WINDOW.least, WINDOW.most) },
  byDistance: { key: 'far', codec: flag(true) },
};

/** The heat map. */
export interface NearSettings extends CountedSettings {
  /** Words of the reader's choice; empty: by frequency. */
  readonly chosen: string;
  /** Rank of the first word, by frequency. */
  readonly from: number;
  readonly size: number;
  readonly show: 'counts' | 'logs';
  /** Selected cell, counted from 1. */
  readonly row: number;
  readonly column: number;
}

export const NEAR_TABLE: Table<NearSettings> = {
  ...COUNTED_TABLE,
  chosen: {
    key: 'chosen',
    codec: text('health care insurance tax cut jobs create school children war peace weapons', 400),
  },
  from: { key: 'from', codec: integer(1, 1, 100_000) },
  size: { key: 'n', codec: integer(12, SIZE.least, SIZE.most) },
  show: { key: 'show', codec: choice('counts', ['counts', 'logs']) },
  row: { key: 'row', codec: integer(1, 1, SIZE.most) },
  column: { key: 'column', codec: integer(2, 1, SIZE.most) },
};

/** The ratios. */
export interface RatioSettings extends CountedSettings {
  readonly first: string;
  readonly second: string;
  /** Third words of the reader's own. */
  readonly probes: string;
}

export const RATIO_TABLE: Table<RatioSettings> = {
  ...COUNTED_TABLE,
  first: { key: 'i', codec: text('war', 60) },
  second: { key: 'j', codec: text('health', 60) },
  probes: { key: 'k', codec: text('', 200) },
};

/** The weighting curve. */
export interface WeightSettings extends CountedSettings {
  readonly logMost: number;
  readonly power: number;
}

export const WEIGHT_TABLE: Table<WeightSettings> = {
  ...COUNTED_TABLE,
  logMost: { key: 'xmax', codec: real(1, LOG_MOST.least, LOG_MOST.most) },
  power: { key: 'alpha', codec: real(0.75, POWER.least, POWER.most) },
};

/** Words as they were typed, parted by white space or commas, each once, at most so many. */
export function wordsIn(typed: string, most: number): readonly string[] {
  const words = typed
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,;，；、]+/u);
  return [...new Set(words.filter((word) => word !== ''))].slice(0, most);
}
