import { choice, flag, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { ORDERS, type Order } from './lexicon.ts';

/** Texts that a vocabulary can be counted from; `chinese` is a short story of the lesson's own. */
export const SOURCES = ['moby-dick', 'state-of-the-union', 'chinese', 'own'] as const;
export type Source = (typeof SOURCES)[number];

/** Sentences to start from, with the text that knows their language. Input, not result. */
export const EXAMPLES = [
  {
    sentence: 'Harry Potter and Hermione Granger invented a new spell',
    source: 'moby-dick',
    tags: '110110000',
  },
  { sentence: 'The captain saw Queequeg and the white whale', source: 'moby-dick', tags: '00010000' },
  { sentence: '小明和小红在湖边看见了一只白色的小船', source: 'chinese', tags: '' },
] as const satisfies readonly { sentence: string; source: Source; tags: string }[];

/** Columns that are drawn; a longer sentence is cut, and the figure says so. */
export const MOST_TOKENS = 64;
/** Longest sentence and own text in a link, in bytes of UTF-8. */
const LINK_BYTES = 2048;

/** Everything about the figure that a link carries. */
export interface TokenSettings {
  readonly sentence: string;
  readonly level: 'word' | 'character';
  readonly source: Source;
  readonly ownText: string;
  /** V. */
  readonly size: number;
  readonly order: Order;
  readonly end: boolean;
  /** Selected column, counted from 1. */
  readonly at: number;
  /** y of every column, 0 or 1; what is missing is 0. */
  readonly tags: string;
}

export const TOKEN_TABLE: Table<TokenSettings> = {
  sentence: { key: 'say', codec: text(EXAMPLES[0].sentence, LINK_BYTES) },
  level: { key: 'level', codec: choice('word', ['word', 'character']) },
  source: { key: 'text', codec: choice('moby-dick', SOURCES) },
  ownText: { key: 'own', codec: text('', LINK_BYTES) },
  size: { key: 'vocab', codec: integer(10_000, 2, 1_000_000) },
  order: { key: 'order', codec: choice('frequency', ORDERS) },
  end: { key: 'eos', codec: flag(false) },
  at: { key: 't', codec: integer(1, 1, MOST_TOKENS) },
  tags: { key: 'y', codec: text('', MOST_TOKENS) },
};

/** The tags of so many columns, as they stand in the settings. */
export const readTags = (tags: string, columns: number): readonly boolean[] =>
  Array.from({ length: columns }, (_, t) => tags[t] === '1');

/** The tags with one of them turned over. */
export const turnTag = (tags: string, columns: number, at: number): string =>
  readTags(tags, columns)
    .map((tag, t) => (t === at ? !tag : tag))
    .map(Number)
    .join('');

/** Largest number of steps of the logarithmic slider. */
export const SLIDER_STEPS = 1000;

/** Place of V on a slider from 2 to `most` whose equal ways are equal factors, and back. */
export const sizeToPosition = (size: number, most: number): number =>
  most <= 2 ? 0 : Math.round((SLIDER_STEPS * Math.log(Math.min(size, most) / 2)) / Math.log(most / 2));
export const positionToSize = (position: number, most: number): number =>
  Math.max(2, Math.min(most, Math.round(2 * (most / 2) ** (position / SLIDER_STEPS))));
