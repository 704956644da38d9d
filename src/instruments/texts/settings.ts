import type { Ends } from '../../models/text/tokenize.ts';
import { choice, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Texts that come with the notebook, by their file's name. */
export const BUILT_IN = ['moby-dick', 'state-of-the-union', 'song-ci'] as const;
export type BuiltIn = (typeof BUILT_IN)[number];

/** Several of them read as one, by a name of their own. */
export const JOINED = {
  english: ['moby-dick', 'state-of-the-union'],
} as const satisfies Record<string, readonly BuiltIn[]>;
export type Joined = keyof typeof JOINED;

/** Besides those: `own` is short enough for a link and stands in it; `kept` is in this browser, a link names it. */
const SOURCES = [...BUILT_IN, 'own', 'kept'] as const;

/** Longest own text that a link carries, in bytes of UTF-8; a longer one is kept in the browser. */
export const LINK_TEXT_BYTES = 2048;

export const ENDS = ['none', 'lines', 'sentences'] as const;

/** Everything about the text and how it is cut into tokens that a link carries. */
export interface TextSourceSettings {
  readonly source: (typeof SOURCES)[number];
  readonly ownText: string;
  /** Content id of the text that `kept` means; empty: none yet. */
  readonly kept: string;
  readonly level: 'character' | 'word';
  /** What ⟨EOS⟩ stands behind. */
  readonly ends: 'none' | Ends;
  /** Most frequent tokens kept, ⟨UNK⟩ included. */
  readonly vocabulary: number;
}

/** Smallest and largest vocabulary. */
export const VOCABULARY = { least: 2, most: 20_000 } as const;

export const TEXT_SOURCE_TABLE: Table<TextSourceSettings> = {
  source: { key: 'text', codec: choice('moby-dick', SOURCES) },
  ownText: { key: 'own', codec: text('', LINK_TEXT_BYTES) },
  kept: { key: 'kept', codec: text('', 40) },
  level: { key: 'level', codec: choice('character', ['character', 'word']) },
  ends: { key: 'ends', codec: choice('none', ENDS) },
  vocabulary: { key: 'vocab', codec: integer(5000, VOCABULARY.least, VOCABULARY.most) },
};

/** The tokenization that a `NextSymbolTask` is given. */
export function tokenizationOf({ level, ends }: Pick<TextSourceSettings, 'level' | 'ends'>): {
  readonly level: TextSourceSettings['level'];
  readonly ends?: Ends;
} {
  return ends === 'none' ? { level } : { level, ends };
}
