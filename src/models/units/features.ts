import type { Ends, Tokenization } from '../text/tokenize.ts';
import { END_TOKEN } from '../text/vocabulary.ts';

/** What a unit might keep track of while a text is read, one number a token. */
export const TRACKS = [
  'quote',
  'bracket',
  'title',
  'line',
  'sentence',
  'clause',
  'word',
  'length',
  'space',
  'line-end',
  'capital',
  'digit',
  'mark',
  'vowel',
  'passage',
] as const;
export type Track = (typeof TRACKS)[number];
export type Tracks = Readonly<Record<Track, Float64Array>>;

/** What says nothing about whole words: they are written small, and no token stands for a space or a part of a word. */
const CHARACTERS_ONLY: ReadonlySet<Track> = new Set(['word', 'space', 'capital', 'vowel']);
/** A character is always one character long. */
const WORDS_ONLY: ReadonlySet<Track> = new Set(['length']);

const OPEN_QUOTE = '“「『«';
const CLOSE_QUOTE = '”」』»';
const OPEN_BRACKET = '([{（［｛【〔';
const CLOSE_BRACKET = ')]}）］｝】〕';
const OPEN_TITLE = '《〈';
const CLOSE_TITLE = '》〉';
const SENTENCE_END = /^[.!?。！？…]+$/u;
const CLAUSE_END = /^[.,;:!?—。，、；：！？…]+$/u;
const VOWEL = /^[aeiou]/iu;
const SPACE = /^\s/u;
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{Nd}/u;
const MARK = /^\p{P}/u;
const HAN = /^\p{Script=Han}/u;
/** Beyond this a place says no more than that it is far. */
const FARTHEST = 200;

/** What was read so far, the present token included. */
interface Reader {
  /** After a straight mark: the same one opens and closes. */
  straight: 0 | 1;
  quotes: number;
  brackets: number;
  titles: number;
  line: number;
  sentence: number;
  clause: number;
  word: number;
  read: number;
}

const START: Reader = {
  straight: 0,
  quotes: 0,
  brackets: 0,
  titles: 0,
  line: 0,
  sentence: 0,
  clause: 0,
  word: 0,
  read: 0,
};

type Reading = (token: string, reader: Reader) => number;

/** The values after reading a token: what a unit that follows this would have to know by then. */
const READINGS: { readonly [T in Track]: Reading } = {
  quote: (_, { straight, quotes }) => Number(straight + quotes > 0),
  bracket: (_, { brackets }) => brackets,
  title: (_, { titles }) => Number(titles > 0),
  line: (_, { line }) => Math.min(line, FARTHEST),
  sentence: (_, { sentence }) => Math.min(sentence, FARTHEST),
  clause: (_, { clause }) => Math.min(clause, FARTHEST),
  word: (_, { word }) => word,
  length: (token) => (token === END_TOKEN ? 0 : [...token].length),
  space: (token) => Number(SPACE.test(token)),
  'line-end': (token) => Number(token === '\n' || token === END_TOKEN),
  capital: (token) => Number(CAPITAL.test(token)),
  digit: (token) => Number(DIGIT.test(token)),
  mark: (token) => Number(token !== END_TOKEN && MARK.test(token)),
  vowel: (token) => Number(VOWEL.test(token)),
  passage: (_, { read }) => read,
};

/** Tracks that mean something for tokens of this kind. */
export function tracksOf({ level }: Pick<Tokenization, 'level'>): readonly Track[] {
  const without = level === 'word' ? CHARACTERS_ONLY : WORDS_ONLY;
  return TRACKS.filter((track) => !without.has(track));
}

/**
 * Each track over T tokens, shape (T): whether a quotation or a title is open (a quotation ends with its paragraph), how many
 * brackets are open, tokens since the beginning of the line, sentence, clause and passage, letters since the word's (a Chinese
 * character counts as a word of its own), and what the token itself is. ⟨EOS⟩ ends what `ends` says.
 */
export function trackText(tokens: readonly string[], ends: Ends = 'lines'): Tracks {
  const reader = { ...START };
  const tracks = Object.fromEntries(
    TRACKS.map((track) => [track, new Float64Array(tokens.length)]),
  ) as Record<Track, Float64Array>;
  tokens.forEach((token, t) => {
    read(reader, token, tokens[t - 1] ?? '', ends);
    for (const track of TRACKS) tracks[track][t] = READINGS[track](token, reader);
  });
  return tracks;
}

function read(reader: Reader, token: string, before: string, ends: Ends): void {
  readPairs(reader, token);
  const isLineEnd = token === '\n' || (token === END_TOKEN && ends === 'lines');
  const isParagraphEnd = isLineEnd && (before === '\n' || before === END_TOKEN);
  if (isParagraphEnd) [reader.straight, reader.quotes] = [0, 0];
  const isOver = isParagraphEnd || token === END_TOKEN;
  reader.line = isLineEnd ? 0 : reader.line + 1;
  reader.sentence = isOver ? 0 : SENTENCE_END.test(before) ? 1 : reader.sentence + 1;
  reader.clause = isLineEnd || isOver || CLAUSE_END.test(token) ? 0 : reader.clause + 1;
  reader.word = placeInWord(reader.word, token);
  reader.read++;
}

function placeInWord(word: number, token: string): number {
  if (SPACE.test(token) || MARK.test(token) || token === END_TOKEN) return 0;
  return HAN.test(token) ? 1 : word + 1;
}

const count = (depth: number, token: string, open: string, close: string): number =>
  token === '' ? depth : Math.max(0, depth + Number(open.includes(token)) - Number(close.includes(token)));

function readPairs(reader: Reader, token: string): void {
  if (token === '"') reader.straight = reader.straight === 1 ? 0 : 1;
  reader.quotes = count(reader.quotes, token, OPEN_QUOTE, CLOSE_QUOTE);
  reader.brackets = count(reader.brackets, token, OPEN_BRACKET, CLOSE_BRACKET);
  reader.titles = count(reader.titles, token, OPEN_TITLE, CLOSE_TITLE);
}
