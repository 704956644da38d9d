import { type EncodedText, encodeText } from '../text/encode-text.ts';
import type { Tokenization } from '../text/tokenize.ts';
import { END_TOKEN } from '../text/vocabulary.ts';

/** The words of a text, counted, before any is left out. */
export interface TextWords {
  /** All tokens; those that are no words are numbered too. */
  readonly encoded: EncodedText;
  /** How often the token of each number occurs; 0 of what is no word. */
  readonly counts: Int32Array;
  /** Number of the token that ends a sentence; −1: none ends. */
  readonly end: number;
  /** Words in all, and different ones. */
  readonly tokens: number;
  readonly types: number;
}

/** Different tokens that are looked at between two chances to do something else. */
const SLICE = 2 ** 15;
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * Whether a token is a word: it has a letter, a digit or a picture in it. Punctuation is left out, as it is from the texts that
 * word2vec is made for: a comma next to every word tells no two of them apart, and takes places of a window.
 */
export function isWord(token: string): boolean {
  return token !== END_TOKEN && WORD.test(token);
}

/** Reads a text of any length. Yields how many UTF-16 units are read, every few milliseconds of work. */
export function* textWords(text: string, tokenization: Tokenization): Generator<number, TextWords> {
  const encoded = yield* encodeText(text, tokenization);
  const counts = new Int32Array(encoded.tokens.length);
  for (const part of encoded.parts) {
    for (let i = 0; i < part.length; i++) counts[part[i]!]!++;
    yield text.length;
  }
  let [tokens, types] = [0, 0];
  for (const [number, token] of encoded.tokens.entries()) {
    if (!isWord(token)) counts[number] = 0;
    else types += 1;
    tokens += counts[number]!;
    if (number % SLICE === SLICE - 1) yield text.length;
  }
  return { encoded, counts, end: encoded.tokens.indexOf(END_TOKEN), tokens, types };
}
