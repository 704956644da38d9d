import { hiddenOf } from '../word2vec/example.ts';
import type { WordParts } from '../word2vec/parts.ts';
import { hashNgram } from './hash.ts';
import { characterNgrams, type SubwordOptions } from './ngrams.ts';

/** Character n-grams share `bucket` rows: two that hash alike are one to the model. */
export interface BucketOptions extends SubwordOptions {
  /** Rows for n-grams; 0: words alone. */
  readonly bucket: number;
}

/** Rows of a word's n-grams, behind those of the V words. In the order of `characterNgrams`; collisions come twice. */
export function ngramRows(word: string, vocabulary: number, options: BucketOptions): readonly number[] {
  const { bucket } = options;
  if (bucket < 1) return [];
  return characterNgrams(word, options).map((ngram) => vocabulary + (hashNgram(ngram) % bucket));
}

/** The rows of every word of a vocabulary: its own, then its n-grams' (Bojanowski et al. 2017, section 3.2). */
export function subwordParts(words: readonly string[], options: BucketOptions): WordParts {
  const lists = words.map((word, id) => [id, ...ngramRows(word, words.length, options)]);
  const starts = new Int32Array(words.length + 1);
  lists.forEach((list, id) => {
    starts[id + 1] = starts[id]! + list.length;
  });
  return { count: words.length + Math.max(0, options.bucket), starts, rows: Int32Array.from(lists.flat()) };
}

/**
 * The vector of any word (d): the mean of its rows, its own among them where the vocabulary has it; of an unseen word the mean of
 * its n-grams' rows. Null for an unseen word without n-grams.
 */
export function wordVector(input: Float64Array, d: number, rows: readonly number[]): Float64Array | null {
  return rows.length === 0 ? null : hiddenOf(input, rows, d);
}
