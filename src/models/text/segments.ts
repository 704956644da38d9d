/**
 * Intl.Segmenter's time grows with the square of its string: the 1.2 MB of Moby Dick took nine minutes in one piece and a
 * quarter of a second in pieces of this many UTF-16 units.
 */
const CHUNK = 512;

/** A fixed locale: the same text gives the same segments on every machine. Chinese is segmented by dictionary under any. */
const LOCALE = 'en';

/**
 * Without a safe place to cut, this many segments at a chunk's end are given to the next chunk: what they are may depend on
 * what follows. A single segment longer than a chunk does come out in parts.
 */
const LOOKAHEAD = 4;

/** White space; not U+FEFF, which belongs to the character before it. */
const SPACE = /[^\S\ufeff]/u;
const FULL_WIDTH_MARK = /[。！？；：，、…]/u;
const JOINS_ON = /\p{M}|\p{Cf}/u;

export type Granularity = 'word' | 'grapheme';

/**
 * Each of these is a grapheme cluster of its own beside any other of them (UAX #29: none is of a kind that joins): ASCII, Latin-1, general punctuation, Chinese characters and full-width forms.
 */
const SINGLES =
  /^[\t\n -\xff\u2010-\u2027\u2030-\u203b\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;

const SEGMENTERS = {
  word: new Intl.Segmenter(LOCALE, { granularity: 'word' }),
  grapheme: new Intl.Segmenter(LOCALE, { granularity: 'grapheme' }),
} as const;

/** Cut by the Unicode rules (UAX #29). What most text is made of is cut without Intl.Segmenter, which takes several times as long. */
function segmentsOf(chunk: string, granularity: Granularity): readonly string[] {
  const quick = granularity === 'word' ? plainWords(chunk) : plainCharacters(chunk);
  return quick ?? Array.from(SEGMENTERS[granularity].segment(chunk), ({ segment }) => segment);
}

function plainCharacters(chunk: string): readonly string[] | null {
  return SINGLES.test(chunk) ? chunk.split('') : null;
}

/*
 * Between white space, whatever consists of these is cut as UAX #29 says: runs of Latin letters with apostrophes inside them,
 * runs of digits, and marks that join nothing where they stand. What is left over needs the full rules.
 */
const LETTER = 'a-zA-Z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff';
const APOSTROPHE = "'’‘";
const WORD = `[${LETTER}]+(?:[${APOSTROPHE}][${LETTER}]+)*`;
const PLAIN_WORD = new RegExp(
  [
    `${WORD}(?![${LETTER}0-9_.:·]|[${APOSTROPHE}][${LETTER}])`,
    `${WORD}(?=[.:](?:[^${LETTER}0-9_.:·]|$))`,
    `[0-9]+(?![${LETTER}0-9_.,;:·${APOSTROPHE}])`,
    `[0-9]+(?=[.,;:${APOSTROPHE}](?:[^${LETTER}0-9_.,;:·${APOSTROPHE}]|$))`,
    `[ \\n\\t!-/:-@[-^\`{-~“”‘’—–…]`,
  ].join('|'),
  'y',
);

function plainWords(chunk: string): readonly string[] | null {
  const words: string[] = [];
  PLAIN_WORD.lastIndex = 0;
  for (let at = 0; at < chunk.length; at = PLAIN_WORD.lastIndex) {
    const found = PLAIN_WORD.exec(chunk);
    if (!found) return null;
    words.push(found[0]);
  }
  return words;
}

/** Every segment of a text, in order, a chunk at a time. Long runs of spaces may come in parts. */
export function* segmentChunks(text: string, granularity: Granularity): Generator<readonly string[]> {
  for (let start = 0; start < text.length; ) {
    const safe = safeEnd(text, start, CHUNK);
    const segments = segmentsOf(text.slice(start, safe ?? wholeEnd(text, start + CHUNK)), granularity);
    const kept = safe === null && segments.length > LOOKAHEAD ? segments.slice(0, -LOOKAHEAD) : segments;
    yield kept;
    start = safe ?? kept.reduce((end, { length }) => end + length, start);
  }
}

/**
 * Where a piece of at most `size` that begins at `start` may end without cutting a segment: just before white space or just
 * after a full-width mark, in the second half of the piece. Null when there is no such place.
 */
export function safeEnd(text: string, start: number, size: number): number | null {
  const limit = start + size;
  if (limit >= text.length) return text.length;
  for (let i = limit - 1; i > start + size / 2; i--) {
    const character = text.charAt(i);
    if (SPACE.test(character) && !(character === '\n' && text.charAt(i - 1) === '\r')) return i;
    if (FULL_WIDTH_MARK.test(character) && !JOINS_ON.test(text.charAt(i + 1))) return i + 1;
  }
  return null;
}

/** Moves a cut back from between the halves of a surrogate pair. */
function wholeEnd(text: string, cut: number): number {
  const before = text.charCodeAt(cut - 1);
  return before >= 0xd800 && before < 0xdc00 ? cut - 1 : cut;
}
