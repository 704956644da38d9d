import { hashNgram } from '../../models/fasttext/hash.ts';
import { characterNgrams } from '../../models/fasttext/ngrams.ts';
import type { BucketOptions } from '../../models/fasttext/subwords.ts';

/** One n-gram of a word. */
export interface NgramRow {
  readonly ngram: string;
  /** Its length in characters. */
  readonly n: number;
  /** Where it begins among the characters of the word between its marks, from 0. */
  readonly start: number;
  readonly hash: number;
  /** Of the rows that n-grams share, from 0. */
  readonly row: number;
}

/** The n-grams of a word in the order of `characterNgrams`, each with its place. */
export function ngramRowsOf(word: string, options: BucketOptions): readonly NgramRow[] {
  let [n, start] = [0, 0];
  return characterNgrams(word, options).map((ngram) => {
    const length = [...ngram].length;
    // Single characters leave out the mark before the word.
    start = length === n ? start + 1 : Number(length === 1);
    n = length;
    const hash = hashNgram(ngram);
    return { ngram, n, start, hash, row: hash % options.bucket };
  });
}

/** What is to be said of a word besides its n-grams. */
export type WordNote = 'signed' | 'pieces' | 'few';

const OUTSIDE_ASCII = /[^ -~]/u;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * `signed`: bytes that count as negative; `pieces`: what a reader takes for one character is several code points, and is cut
 * between them; `few`: shorter than the shortest n-gram but for its marks.
 */
export function wordNotes(word: string, rows: readonly NgramRow[]): readonly WordNote[] {
  const notes: WordNote[] = [];
  if (OUTSIDE_ASCII.test(word)) notes.push('signed');
  if ([...GRAPHEMES.segment(word)].length < [...word].length) notes.push('pieces');
  if (rows.length < 2) notes.push('few');
  return notes;
}
