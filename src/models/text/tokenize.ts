import { type Granularity, safeEnd, segmentChunks } from './segments.ts';
import { spansOf } from './spans.ts';
import { END_TOKEN } from './vocabulary.ts';

/** How a text is cut into tokens. */
export interface Tokenization {
  readonly level: 'character' | 'word';
  /** What ⟨EOS⟩ stands behind: every line, or every sentence; absent: nowhere. */
  readonly ends?: Ends;
}
export type Ends = 'lines' | 'sentences';

/** Some tokens of a text, in order. */
export interface TokenPiece {
  readonly tokens: readonly string[];
  /** How far the text is read, in UTF-16 units. */
  readonly end: number;
}

/** UTF-16 units that are made ready for cutting at a time. */
const BLOCK = 2 ** 13;
const BLANK = /^\s*$/u;
/** Marks that steer the direction of writing: they print nothing, and would make two spellings of one word. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What is done to a text before it is cut, and how it is cut. */
const LEVELS = {
  word: {
    granularity: 'word',
    clean: (text) => text.replace(DIRECTION_MARKS, '').normalize('NFC').toLowerCase(),
    isKept: (token) => !BLANK.test(token),
  },
  character: {
    granularity: 'grapheme',
    clean: (text) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text),
    isKept: null,
  },
} as const satisfies Record<Tokenization['level'], Level>;

interface Level {
  readonly granularity: Granularity;
  clean(text: string): string;
  readonly isKept: ((token: string) => boolean) | null;
}

/**
 * The text as the tokens of a model that reads it so. With `ends: 'lines'` one ⟨EOS⟩ stands in place of a line break and of the
 * blank lines behind it, and none before the first line with text; with `'sentences'` one stands behind every mark that ends a
 * sentence. A text has no ⟨EOS⟩ at its end unless a line break or such a mark is there: what is still being typed goes on.
 */
export function tokenize(text: string, tokenization: Tokenization): string[] {
  const tokens: string[] = [];
  for (const piece of tokenPieces(text, tokenization)) for (const token of piece.tokens) tokens.push(token);
  return tokens;
}

/**
 * Lower-cased words and punctuation marks, white space dropped. Any Unicode is safe, lone surrogates included; an emoji is
 * one token, Chinese is cut into words, and composed and decomposed accents give the same word (NFC).
 */
export function tokenizeWords(text: string): string[] {
  return tokenize(text, { level: 'word' });
}

/** What a reader takes for one character (grapheme clusters), case and white space kept; a line break is always '\n'. */
export function tokenizeCharacters(text: string): string[] {
  return tokenize(text, { level: 'character' });
}

/** The tokens of a text of any length, a few at a time: together what `tokenize` gives. */
export function* tokenPieces(text: string, { level, ends }: Tokenization): Generator<TokenPiece> {
  for (const { start, end, closes } of spansOf(text, ends)) {
    for (let at = start; at < end; ) {
      const next = Math.min(end, blockEnd(text, at));
      yield* blockPieces(LEVELS[level], text.slice(at, next), next);
      at = next;
    }
    if (closes) yield { tokens: [END_TOKEN], end };
  }
}

function* blockPieces({ granularity, clean, isKept }: Level, block: string, end: number) {
  for (const segments of segmentChunks(clean(block), granularity)) {
    yield { tokens: isKept ? segments.filter(isKept) : segments, end };
  }
}

/** A block ends where nothing is cut in two, however far that is: between two words or behind a mark. */
function blockEnd(text: string, start: number): number {
  for (let size = BLOCK; ; size *= 2) {
    const end = safeEnd(text, start, size);
    if (end !== null) return end;
  }
}
