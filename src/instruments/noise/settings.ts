import { choice, integer, real, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';
import { WORDS } from './words.ts';

/** What of the noise a link carries, besides the text. */
export interface NoiseChoice {
  /** a of f^a. */
  readonly exponent: number;
  /** Whose counts: words spread over the text's frequencies, or a list of one's own. */
  readonly from: 'text' | 'own';
  readonly own: string;
  readonly size: number;
  readonly seed: number;
  readonly draws: number;
}

/** Draws are cheap; a link that asks for more would hold the page up. */
export const MOST_DRAWS = 1_000_000;

export const NOISE_CHOICE_TABLE: Table<NoiseChoice> = {
  exponent: { key: 'a', codec: real(0.75, 0, 1) },
  from: { key: 'words', codec: choice('text', ['text', 'own']) },
  own: { key: 'list', codec: text('the 500, of 250, sea 40, whale 25, harpoon 4, doubloon 1', 600) },
  size: { key: 'n', codec: integer(12, WORDS.least, WORDS.most) },
  seed: { key: 'seed', codec: integer(1, 0, 2 ** 31 - 1) },
  draws: { key: 'draws', codec: integer(1000, 0, MOST_DRAWS) },
};

/** What a link to the figure carries. */
export interface NoiseSettings extends WordTextSettings, NoiseChoice {}

export const NOISE_TABLE: Table<NoiseSettings> = { ...WORD_TEXT_TABLE, ...NOISE_CHOICE_TABLE };
