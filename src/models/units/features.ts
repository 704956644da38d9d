/** What a unit might keep track of while a text is read, one number a character. */
export const TRACKS = [
  'quote',
  'bracket',
  'line',
  'word',
  'space',
  'line-end',
  'capital',
  'digit',
  'mark',
  'vowel',
] as const;
export type Track = (typeof TRACKS)[number];

const OPEN = '([{（［｛「『《〈【';
const CLOSE = ')]}）］｝」』》〉】';
const VOWEL = /^[aeiou]/iu;
const SPACE = /^\s/u;
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{Nd}/u;
const MARK = /^\p{P}/u;
/** A line longer than this says no more than that it is long. */
const LONGEST_LINE = 200;

/** What was read so far, the present character included. */
interface Reader {
  quoted: number;
  depth: number;
  line: number;
  word: number;
}

type Reading = (character: string, reader: Reader) => number;

/** The values after reading a character: what a unit that follows this would have to know by then. */
const READINGS: { readonly [T in Track]: Reading } = {
  quote: (_, { quoted }) => quoted,
  bracket: (_, { depth }) => depth,
  line: (_, { line }) => Math.min(line, LONGEST_LINE),
  word: (_, { word }) => word,
  space: (character) => Number(SPACE.test(character)),
  'line-end': (character) => Number(character === '\n'),
  capital: (character) => Number(CAPITAL.test(character)),
  digit: (character) => Number(DIGIT.test(character)),
  mark: (character) => Number(MARK.test(character)),
  vowel: (character) => Number(VOWEL.test(character)),
};

/**
 * Each track over a text of T characters, shape (T): whether a quotation is open (it ends with the paragraph), how many
 * brackets are open, characters since the line's beginning, letters since the word's, and what the character itself is.
 */
export function trackText(characters: readonly string[]): Readonly<Record<Track, Float64Array>> {
  const reader: Reader = { quoted: 0, depth: 0, line: 0, word: 0 };
  const tracks = Object.fromEntries(
    TRACKS.map((track) => [track, new Float64Array(characters.length)]),
  ) as Record<Track, Float64Array>;
  characters.forEach((character, t) => {
    read(reader, character, characters[t - 1]);
    for (const track of TRACKS) tracks[track][t] = READINGS[track](character, reader);
  });
  return tracks;
}

function read(reader: Reader, character: string, before: string | undefined): void {
  const isLineEnd = character === '\n';
  reader.line = isLineEnd ? 0 : reader.line + 1;
  reader.word = SPACE.test(character) || MARK.test(character) ? 0 : reader.word + 1;
  if (OPEN.includes(character)) reader.depth++;
  if (CLOSE.includes(character)) reader.depth = Math.max(0, reader.depth - 1);
  if (character === '"') reader.quoted = 1 - reader.quoted;
  if (character === '“') reader.quoted = 1;
  if (character === '”' || (isLineEnd && before === '\n')) reader.quoted = 0;
}
