import { createRandom } from '../random.ts';
import { type Tokenization, tokenize } from '../text/tokenize.ts';
import { isWord } from '../word2vec/text-words.ts';
import type { LabelledLine } from './labelled-lines.ts';
import { wordNgramRows } from './word-ngrams.ts';

export interface TextLimits {
  /** Words that occur more rarely have no row of their own; from 1. */
  readonly minCount: number;
  /** At most so many of the most frequent words have one. */
  readonly words: number;
}

/** Which rows a text is made of, besides those of its words. */
export interface NgramLimits {
  /** Longest word n-gram; 1: words alone. */
  readonly wordNgrams: number;
  /** Rows that n-grams share. */
  readonly bucket: number;
}

/** What a classifier knows of words and labels. */
export interface LabelledVocabulary {
  /** By id, the most frequent first; of equals the one that appears first. */
  readonly words: readonly string[];
  readonly counts: Int32Array;
  readonly ids: ReadonlyMap<string, number>;
  readonly labels: readonly string[];
  /** Texts of each. */
  readonly labelCounts: readonly number[];
}

/** A text as it is learnt. */
export interface TextRows {
  readonly rows: Int32Array;
  readonly labels: readonly number[];
  /** Its words, those without a row as well. */
  readonly length: number;
}

/** The words of a text as the classifier reads them: no punctuation, lower case; by character no white space. */
export function wordsOfText(text: string, { level }: Tokenization): readonly string[] {
  return tokenize(text, { level }).filter(isWord);
}

/** Counts words and labels. */
export function labelledVocabulary(
  lines: readonly Pick<LabelledLine, 'labels'>[],
  texts: readonly (readonly string[])[],
  { minCount, words: most }: TextLimits,
): LabelledVocabulary {
  const found = byCount(texts).filter(([, count]) => count >= Math.max(1, minCount));
  const words = found.slice(0, Math.max(1, most));
  const labels = byCount(lines.map((line) => line.labels));
  return {
    words: words.map(([word]) => word),
    counts: Int32Array.from(words, ([, count]) => count),
    ids: new Map(words.map(([word], id) => [word, id])),
    labels: labels.map(([label]) => label),
    labelCounts: labels.map(([, count]) => count),
  };
}

function byCount(lists: readonly (readonly string[])[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  // Sorts are stable: ties stay in order of appearance.
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/**
 * Rows of a text: its known words', then its word n-grams', unknown words included, as in fastText (`Dictionary::getLine`).
 */
export function rowsOfText(
  words: readonly string[],
  { ids }: Pick<LabelledVocabulary, 'ids'>,
  { wordNgrams: longest, bucket }: NgramLimits,
): Int32Array {
  const known = words.flatMap((word) => ids.get(word) ?? []);
  if (longest < 2) return Int32Array.from(known);
  return Int32Array.from([...known, ...wordNgramRows(words, { first: ids.size, longest, bucket })]);
}

/** Rows of the input layer. */
export const inputRows = (words: number, { wordNgrams, bucket }: NgramLimits): number =>
  words + (wordNgrams > 1 ? bucket : 0);

/**
 * An order of n texts drawn from the seed (Fisher & Yates), the first of them held out: one at least stays to learn from. The same
 * for every epoch, as fastText goes through its file.
 */
export function splitTexts(
  n: number,
  share: number,
  seed: number,
): { heldOut: Int32Array; learnt: Int32Array } {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const random = createRandom(seed);
  for (let i = n - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const held = Math.min(Math.floor(n * share), n - 1);
  return { heldOut: order.slice(0, held), learnt: order.slice(held) };
}
