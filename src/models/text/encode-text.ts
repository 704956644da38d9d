import { type Tokenization, tokenPieces } from './tokenize.ts';
import { mostFrequent, type TokenIds, UNKNOWN_ID, type Vocabulary } from './vocabulary.ts';

/** A text as numbers: each different token by the order in which it first appears. */
export interface EncodedText {
  readonly length: number;
  /** The different tokens. */
  readonly tokens: readonly string[];
  /** Numbers of all tokens, in parts. */
  readonly parts: readonly TokenIds[];
}

/** Numbers in a part. */
const PART = 2 ** 18;
/** Different numbers that 16 bits hold. */
const SHORT = 2 ** 16;
/** UTF-16 units read between two chances to do something else: a few milliseconds' worth. */
const SLICE = 2 ** 13;

/** Numbers in the order in which they come, in parts of 16 bits a number for as long as that is enough. */
function createParts() {
  const full: TokenIds[] = [];
  let part: TokenIds = new Uint16Array(PART);
  let filled = 0;
  const next = (number: number) => {
    full.push(part);
    part = number < SHORT ? new Uint16Array(PART) : new Int32Array(PART);
    filled = 0;
  };
  return {
    push(number: number): void {
      if (filled === PART) next(number);
      if (number >= SHORT && part instanceof Uint16Array) part = Int32Array.from(part);
      part[filled++] = number;
    },
    end: () => ({ length: full.length * PART + filled, parts: [...full, part.slice(0, filled)] }),
  };
}

/**
 * A text of any length as numbers, without ever holding its tokens as strings. Yields how many UTF-16 units are read, every few
 * milliseconds of work.
 */
export function* encodeText(text: string, tokenization: Tokenization): Generator<number, EncodedText> {
  const numbers = new Map<string, number>();
  const parts = createParts();
  let said = 0;
  for (const { tokens, end } of tokenPieces(text, tokenization)) {
    for (const token of tokens) {
      const number = numbers.get(token) ?? numbers.size;
      if (number === numbers.size) numbers.set(token, number);
      parts.push(number);
    }
    if (end - said < SLICE) continue;
    said = end;
    yield end;
  }
  return { tokens: [...numbers.keys()], ...parts.end() };
}

/**
 * The vocabulary of the text's first `until` tokens (of all, where nothing is said): what `createVocabulary` makes of them.
 * Throws a RangeError when `size` < 1.
 */
export function vocabularyOfText(
  { length, tokens, parts }: EncodedText,
  { size, until = length }: { readonly size: number; readonly until?: number },
): Vocabulary {
  const counts = new Uint32Array(tokens.length);
  let left = Math.min(until, length);
  for (const part of parts) {
    const counted = Math.min(left, part.length);
    for (let i = 0; i < counted; i++) counts[part[i]!]!++;
    left -= counted;
  }
  const frequencies = tokens.flatMap((token, number): [string, number][] => {
    const count = counts[number] ?? 0;
    return count > 0 ? [[token, count]] : [];
  });
  return mostFrequent(frequencies, { size, length: Math.min(until, length) });
}

/** The text's ids in a vocabulary: what `encode` gives, in 16 bits each where those are enough. */
export function idsOfText({ length, tokens, parts }: EncodedText, vocabulary: Vocabulary): TokenIds {
  const known = Int32Array.from(tokens, (token) => vocabulary.ids.get(token) ?? UNKNOWN_ID);
  const ids = vocabulary.tokens.length <= SHORT ? new Uint16Array(length) : new Int32Array(length);
  let at = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) ids[at++] = known[part[i]!]!;
  return ids;
}
