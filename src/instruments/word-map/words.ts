import { MOST_RELATIONS } from '../../components/plots/WordMap.tsx';

/** Most words of one list: a map with more cannot be read. */
export const MOST_WORDS_SHOWN = 150;

/** As a run's vocabulary spells it. */
export const spellWord = (typed: string): string => typed.trim().normalize('NFC').toLowerCase();

/** Words parted by blanks or commas of any script, each once, in order. */
export function parseWords(text: string, most: number = MOST_WORDS_SHOWN): readonly string[] {
  const words = spellWord(text)
    .split(/[\s,;，、；]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, most);
}

/** An arrow that the reader wants. */
export interface WordPair {
  readonly from: string;
  readonly to: string;
  /** Which relation it is an example of, from 0. */
  readonly relation: number;
}

/** Pairs `man woman, he she`; a semicolon begins another relation. What is no pair is left out. */
export function parsePairs(text: string): readonly WordPair[] {
  return text
    .split(/[;；\n]+/u)
    .map((group) => group.split(/[,，、]+/u).map((pair) => parseWords(pair)))
    .map((pairs) => pairs.filter((pair) => pair.length === 2))
    .filter((pairs) => pairs.length > 0)
    .slice(0, MOST_RELATIONS)
    .flatMap((pairs, relation) => pairs.map(([from = '', to = '']) => ({ from, to, relation })));
}

/** Up to `most` words that begin so, in the order given: the most frequent first. */
export function completions(words: readonly string[], typed: string, most: number): readonly string[] {
  const prefix = spellWord(typed);
  if (prefix === '') return [];
  const found: string[] = [];
  for (const word of words) {
    if (!word.startsWith(prefix)) continue;
    found.push(word);
    if (found.length === most) break;
  }
  return found;
}

/** A list with a word added at its end, or taken out where it is in it. */
export const toggleWord = (words: readonly string[], word: string): string =>
  (words.includes(word) ? words.filter((each) => each !== word) : [...words, word]).join(' ');
