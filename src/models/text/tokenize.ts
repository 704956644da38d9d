/**
 * Intl.Segmenter's time grows with the square of its string: the 1.2 MB of Moby Dick took nine minutes in one piece and a
 * quarter of a second in pieces of this many UTF-16 units.
 */
const CHUNK = 512;

/** A fixed locale: the same text gives the same tokens on every machine. Chinese is segmented by dictionary under any. */
const LOCALE = 'en';

const BLANK = /^\s*$/u;
const ASCII = /^[\0-\x7f]*$/;
/** Marks that steer the direction of writing: they print nothing, and would make two spellings of one word. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

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
    const end = chunkEnd(text, start);
    const chunk = text.slice(start, end);
    if (granularity === 'grapheme' && ASCII.test(chunk)) tokens.push(...chunk);
    else for (const { segment } of segmenter.segment(chunk)) tokens.push(segment);
    start = end;
  }
  return tokens;
}

/**
 * Where the chunk that begins at `start` may end without cutting a token: just before white space (never inside a word or a
 * cluster). Text without any, such as Chinese, is cut after a mark or, failing that, at the size limit between two
 * code points: there a word may come out in two parts.
 */
function chunkEnd(text: string, start: number): number {
  const limit = start + CHUNK;
  if (limit >= text.length) return text.length;
  return (
    lastMatch(text, start, limit, /\s/u, 0) ??
    lastMatch(text, start, limit, /\p{P}/u, 1) ??
    whole(text, limit)
  );
}

/** Furthest cut before (`after` = 0) or after (1) a character of the class, in the chunk's second half. */
function lastMatch(text: string, start: number, limit: number, kind: RegExp, after: 0 | 1): number | null {
  for (let i = limit - 1; i > start + CHUNK / 2; i--) {
    if (kind.test(text.charAt(i))) return i + after;
  }
  return null;
}

/** Moves a cut back from between the halves of a surrogate pair. */
function whole(text: string, cut: number): number {
  const before = text.charCodeAt(cut - 1);
  return before >= 0xd800 && before < 0xdc00 ? cut - 1 : cut;
}
