import { choice, flag, integer, real } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';

export const WINDOW = { least: 1, most: 10 } as const;
/** log₁₀ t: at 0 every word stays. */
export const LOG_T = { least: -5, most: 0 } as const;
/** Passages of a text that can be looked at. */
export const MOST_PASSAGES = 5000;
/** Words of a passage, at most: its characters are bounded. */
const MOST_PLACES = 1000;

export interface PairsSettings extends WordTextSettings {
  /** Which passage of the text, from 1. */
  readonly passage: number;
  /** Where the window stands among the words that stay, from 1. */
  readonly at: number;
  readonly model: 'skip-gram' | 'cbow';
  readonly window: number;
  /** Whether each place draws its reach. */
  readonly shrink: boolean;
  readonly logT: number;
  readonly seed: number;
}

export const PAIRS_TABLE: Table<PairsSettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { source: 'moby-dick' }),
  passage: { key: 'passage', codec: integer(3, 1, MOST_PASSAGES) },
  at: { key: 'at', codec: integer(18, 1, MOST_PLACES) },
  model: { key: 'way', codec: choice('skip-gram', ['skip-gram', 'cbow']) },
  window: { key: 'window', codec: integer(4, WINDOW.least, WINDOW.most) },
  shrink: { key: 'shrink', codec: flag(true) },
  logT: { key: 'logt', codec: real(-3, LOG_T.least, LOG_T.most) },
  seed: { key: 'seed', codec: integer(2, 0, 4294967295) },
};

/** The table with a lesson's own defaults. */
export const pairsTable = (defaults: Partial<PairsSettings>): Table<PairsSettings> =>
  withFallbacks(PAIRS_TABLE, defaults);

export const thresholdOf = ({ logT }: Pick<PairsSettings, 'logT'>): number => 10 ** logT;
