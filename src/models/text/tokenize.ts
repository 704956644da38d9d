/** How a text is cut into tokens. */
export interface Tokenization {
  readonly level: 'character' | 'word';
  /** What ⟨EOS⟩ stands behind: every line, or every sentence; absent: nowhere. */
  readonly ends?: Ends;
}
export type Ends = 'lines' | 'sentences';

/**
 * Intl.Segmenter's time grows with the square of its string: the 1.2 MB of Moby Dick took nine minutes in one piece and a
 * quarter of a second in pieces of this many UTF-16 units.
 */
const CHUNK = 512;

/** A fixed locale: the same text gives the same tokens on every machine. Chinese is segmented by dictionary under any. */
const LOCALE = 'en';

/**
 * Without a safe place to cut, this many segments at a chunk's end are given to the next chunk: what they are may depend on
 * what follows. A single token longer than a chunk does come out in parts.
 */
const LOOKAHEAD = 4;

const SPACE = /\s/u;
const FULL_WIDTH_MARK = /[。！？；：，、…]/u;
const BLANK = /^\s*$/u;
const ASCII = /^[\0-\x7f]*$/;
/** Marks that steer the direction of writing: they print nothing, and would make two spellings of one word. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text as the tokens of a model that reads it so. */
export function tokenize(text: string, { level }: Tokenization): string[] {
  return level === 'word' ? tokenizeWords(text) : tokenizeCharacters(text);
}

/**
 * Lower-cased words and punctuation marks, white space dropped. Any Unicode is safe, lone surrogates included; an emoji is
 * one token, Chinese is cut into words, and composed and decomposed accents give the same word (NFC).
 */
export function tokenizeWords(text: string): string[] {
  const clean = text.replace(DIRECTION_MARKS, '').normalize('NFC').toLowerCase();
  return segmentText(clean, 'word').filter((token) => !BLANK.test(token));
}

/** What a reader takes for one character (grapheme clusters), case and white space kept; a line break is always '\n'. */
export function tokenizeCharacters(text: string): string[] {
  return segmentText(text.replace(/\r\n?/g, '\n'), 'grapheme');
}

function segmentText(text: string, granularity: 'word' | 'grapheme'): string[] {
  const segmenter = new Intl.Segmenter(LOCALE, { granularity });
  const tokens: string[] = [];
  for (let start = 0; start < text.length; ) {
    const safe = safeEnd(text, start);
    const chunk = text.slice(start, safe ?? wholeEnd(text, start + CHUNK));
    const plain = granularity === 'grapheme' && ASCII.test(chunk);
    const segments = plain ? [...chunk] : Array.from(segmenter.segment(chunk), ({ segment }) => segment);
    if (safe === null && segments.length > LOOKAHEAD) segments.length -= LOOKAHEAD;
    for (const segment of segments) {
      tokens.push(segment);
      start += segment.length;
    }
  }
  return tokens;
}

/**
 * Where the chunk that begins at `start` may end without cutting a token: just before white space or just after a
 * full-width mark, in the second half of the chunk. Null when there is no such place.
 */
function safeEnd(text: string, start: number): number | null {
  const limit = start + CHUNK;
  if (limit >= text.length) return text.length;
  for (let i = limit - 1; i > start + CHUNK / 2; i--) {
    const character = text.charAt(i);
    if (SPACE.test(character)) return i;
    if (FULL_WIDTH_MARK.test(character)) return i + 1;
  }
  return null;
}

/** Moves a cut back from between the halves of a surrogate pair. */
function wholeEnd(text: string, cut: number): number {
  const before = text.charCodeAt(cut - 1);
  return before >= 0xd800 && before < 0xdc00 ? cut - 1 : cut;
}
