import { quoteWord, writeWord } from './expression.ts';
import { tokensOf } from './expression-tokens.ts';

const SEPARATORS = /[,，、;；]/u;
const HAN_ONLY = /^\p{Script=Han}{2,}$/u;

/** The characters of a word that is all Chinese; any other word whole. */
const charactersOf = (word: string): readonly string[] => (HAN_ONLY.test(word) ? [...word] : [word]);

export interface ListOptions {
  readonly most: number;
  /** The set's words are single Chinese characters: 春夏秋冬 are four of them. */
  readonly characters: boolean;
}

/** Words parted by blanks or commas of any script, each once, in order; quotation marks hold words with blanks. */
export function readWords(text: string, { most, characters }: ListOptions): readonly string[] {
  const words = tokensOf(text)
    .filter(({ kind }) => kind !== 'end')
    .flatMap(({ kind, text: word, raw }) => (kind === 'quoted' ? [word] : raw.split(SEPARATORS)))
    .map((word) => word.normalize('NFC'))
    .flatMap((word) => (characters ? charactersOf(word) : [word]))
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, most);
}

/** Words as a list that `readWords` reads back. */
export const writeWords = (words: readonly string[]): string =>
  words.map((word) => (SEPARATORS.test(word) ? quoteWord(word) : writeWord(word))).join(' ');

export interface PairList {
  readonly pairs: readonly (readonly [string, string])[];
  /** Parts that are no pair, as they stand. */
  readonly others: readonly string[];
}

/**
 * Pairs "he she, man woman": a comma, a semicolon or a new line parts them, a blank, a dash, an arrow or a
 * slash the two words, of which either may stand in quotation marks.
 */
export function readPairs(text: string, most: number): PairList {
  const parts = text
    .split(/[,，、;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) =>
    tokensOf(part.replaceAll(/[→/:：]/gu, ' '))
      .filter(({ kind }) => kind !== 'end' && kind !== 'sign')
      .map(({ text: word }) => word),
  );
  const pairs = read.flatMap(([one, other, ...rest]) =>
    one !== undefined && other !== undefined && rest.length === 0 ? [[one, other] as const] : [],
  );
  return { pairs: pairs.slice(0, most), others: parts.filter((_, i) => read[i]?.length !== 2) };
}
