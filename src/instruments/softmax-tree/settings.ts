import { choice, integer, real, text } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import { LINK_TEXT_BYTES } from '../texts/settings.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';

/** Where words and counts come from. */
export interface FrequencySettings extends WordTextSettings {
  readonly from: 'text' | 'list';
  /** A list as it is typed, a word and its count a line. */
  readonly list: string;
  /** Content id of a longer list, kept in this browser; empty: what is typed counts. */
  readonly listFile: string;
}

/** A list to begin with: the words of a textbook's example, with counts that make the two trees differ. */
const EXAMPLE =
  'the 22\nof 12\nand 10\nto 9\na 8\nin 7\nglass 4\njuice 4\napple 3\norange 3\nking 2\nqueen 2\nzulu 1\ndurian 1';

export const FREQUENCY_TABLE: Table<FrequencySettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { minCount: 1, words: 14 }),
  from: { key: 'words', codec: choice('text', ['text', 'list']) },
  list: { key: 'list', codec: text(EXAMPLE, LINK_TEXT_BYTES) },
  listFile: { key: 'file', codec: text('', 40) },
};

/** More words than these have merges that nobody follows. */
export const MOST_BUILT = 1000;

/** The construction, merge by merge. */
export interface ConstructionSettings extends FrequencySettings {
  /** Merges done. */
  readonly merges: number;
  /** Merges in the time of one at speed 1. */
  readonly speed: number;
}

export const SPEED = { least: 0.25, most: 64 } as const;

export const CONSTRUCTION_TABLE: Table<ConstructionSettings> = {
  ...FREQUENCY_TABLE,
  merges: { key: 'merges', codec: integer(4, 0, MOST_BUILT - 1) },
  speed: { key: 'speed', codec: real(1, SPEED.least, SPEED.most) },
};
