import { MOST_WORDS } from '../../models/word2vec/read-text.ts';
import { choice, integer } from '../../url/codecs.ts';
import { fallbackState, type Table } from '../../url/fragment.ts';
import { BUILT_IN, TEXT_SOURCE_TABLE, type TextSourceSettings } from '../texts/settings.ts';
import type { SourceAsked } from '../texts/useTextSource.ts';

/** Texts that come with the notebook, the two English ones also as one. */
export const WORD_SOURCES = [...BUILT_IN.slice(0, 2), 'english', ...BUILT_IN.slice(2), 'own'] as const;

/** How much of a text is read, from its beginning. */
export const PARTS = ['all', 'half', 'quarter', 'tenth'] as const;
export type Part = (typeof PARTS)[number];
const SHARES = { all: 1, half: 1 / 2, quarter: 1 / 4, tenth: 1 / 10 } as const satisfies Record<Part, number>;

export const MIN_COUNT = { least: 1, most: 1000 } as const;
export const WORDS = { least: 2, most: MOST_WORDS } as const;

/** Everything about the text of word vectors that a link carries. */
export interface WordTextSettings extends Omit<TextSourceSettings, 'source' | 'vocabulary'> {
  readonly source: SourceAsked['source'];
  readonly part: Part;
  /** Words that occur more rarely are left out. */
  readonly minCount: number;
  /** Most frequent words that are kept at most. */
  readonly words: number;
}

/** A figure puts its own defaults in by `withFallbacks`. */
export const WORD_TEXT_TABLE: Table<WordTextSettings> = {
  source: { key: 'text', codec: choice('moby-dick', [...WORD_SOURCES, 'kept']) },
  ownText: TEXT_SOURCE_TABLE.ownText,
  kept: TEXT_SOURCE_TABLE.kept,
  level: { key: 'level', codec: choice('word', ['character', 'word']) },
  ends: { key: 'ends', codec: choice('sentences', ['none', 'lines', 'sentences']) },
  part: { key: 'part', codec: choice('all', PARTS) },
  minCount: { key: 'min', codec: integer(5, MIN_COUNT.least, MIN_COUNT.most) },
  words: { key: 'most', codec: integer(20_000, WORDS.least, WORDS.most) },
};

export const WORD_TEXT_DEFAULTS: WordTextSettings = fallbackState(WORD_TEXT_TABLE);

/** The beginning of a text, up to the end of a line or else to a space where one is in its second half, so that no word is cut. */
export function partOf(text: string, part: Part): string {
  const wanted = Math.floor(text.length * SHARES[part]);
  if (wanted === text.length) return text;
  const ends = [text.lastIndexOf('\n', wanted), text.lastIndexOf(' ', wanted)];
  return text.slice(0, (ends.find((end) => end > wanted / 2) ?? wanted - 1) + 1);
}
