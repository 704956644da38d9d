import type { Tokenization } from '../text/tokenize.ts';
import { createCorpusWriter, type EmbeddingCorpus } from './corpus.ts';
import { type TextWords, textWords } from './text-words.ts';

export interface WordLimits {
  /** Words that occur more rarely are left out; from 1. */
  readonly minCount: number;
  /** At most so many of the most frequent words are kept, and never more than `MOST_WORDS`. */
  readonly words: number;
}

/** More words than this are never kept: with d = 300, their two layers alone take 240 MB. */
export const MOST_WORDS = 100_000;

/** The words that are kept. */
export interface WordChoice {
  /** Words by id, the most frequent first; of equally frequent ones the one that appears first. */
  readonly words: readonly string[];
  /** How often each occurs (V). */
  readonly counts: Int32Array;
  /** Id of each number of the text's tokens; −1: not kept. */
  readonly ids: Int32Array;
  /** Words of the text that are kept, each as often as it occurs. */
  readonly kept: number;
  /** Present where `MOST_WORDS` left words out that the limits allow: so many were asked for. */
  readonly reduced: { readonly asked: number; readonly used: number } | null;
}

/** A text ready to be learnt from. */
export interface ReadText extends Pick<WordChoice, 'words' | 'counts' | 'kept' | 'reduced'> {
  readonly corpus: EmbeddingCorpus;
  /** Words read in the text, and different ones, punctuation not counted. */
  readonly tokens: number;
  readonly types: number;
  /** Sentences with a word that is kept, long ones cut. */
  readonly sentences: number;
}

/** Why a text has nothing to learn for word vectors. */
export type ReadTextFailure =
  | { readonly code: 'no-words' }
  /** One word alone has nobody to be foretold from; `word` is the one found or left. */
  | { readonly code: 'one-word'; readonly word: string }
  /** No word occurs `minCount` times; the most frequent one, `word`, occurs `most` times. */
  | { readonly code: 'min-count'; readonly minCount: number; readonly word: string; readonly most: number }
  /** Words, but no two in one sentence. */
  | { readonly code: 'no-pairs' };

export type WordChoiceResult =
  | { readonly ok: true; readonly choice: WordChoice }
  | { readonly ok: false; readonly failure: ReadTextFailure };
export type ReadTextResult =
  | { readonly ok: true; readonly read: ReadText }
  | { readonly ok: false; readonly failure: ReadTextFailure };

/**
 * A text of any length as word2vec learns it: words without punctuation (`isWord`), lower-cased, the rare ones left out, in
 * sentences that end where `ends` says and after `LONGEST_SENTENCE` words. Yields how many UTF-16 units are read, every few
 * milliseconds of work.
 */
export function* readText(
  text: string,
  options: Tokenization & WordLimits,
): Generator<number, ReadTextResult> {
  const words = yield* textWords(text, options);
  const chosen = chooseWords(words, options);
  if (!chosen.ok) return chosen;
  return yield* corpusOf(words, chosen.choice, text.length);
}

/** The words that the limits keep; limits below the least are taken for it (one occurrence, two words). */
export function chooseWords(found: TextWords, limits: WordLimits): WordChoiceResult {
  const { encoded, counts, types } = found;
  const minCount = Math.max(1, limits.minCount);
  if (types === 0) return { ok: false, failure: { code: 'no-words' } };
  const most = counts.reduce((most, count) => Math.max(most, count), 0);
  const word = encoded.tokens[counts.indexOf(most)]!;
  if (types === 1) return { ok: false, failure: { code: 'one-word', word } };
  if (most < minCount) return { ok: false, failure: { code: 'min-count', minCount, word, most } };
  const order = byCount(counts, minCount, most);
  const allowed = Math.min(order.length, Math.max(2, limits.words));
  if (allowed === 1) return { ok: false, failure: { code: 'one-word', word } };
  return { ok: true, choice: keep(found, order, allowed) };
}

function keep({ encoded, counts }: TextWords, order: Int32Array, allowed: number): WordChoice {
  const numbers = order.subarray(0, Math.min(allowed, MOST_WORDS));
  const ids = new Int32Array(counts.length).fill(-1);
  numbers.forEach((number, id) => {
    ids[number] = id;
  });
  const kept = numbers.map((number) => counts[number]!);
  return {
    words: Array.from(numbers, (number) => encoded.tokens[number]!),
    counts: kept,
    ids,
    kept: kept.reduce((sum, count) => sum + count, 0),
    reduced: allowed > MOST_WORDS ? { asked: allowed, used: MOST_WORDS } : null,
  };
}

/**
 * Numbers that occur `least` times or more, the most frequent first, else by appearance. Both go into one number each, which
 * typed arrays sort without asking: counts and numbers of a text of 50 MB take 26 bits each at most.
 */
function byCount(counts: Int32Array, least: number, most: number): Int32Array {
  const base = counts.length;
  const keys = Float64Array.from(counts, (count, number) =>
    count < least ? Number.POSITIVE_INFINITY : (most - count) * base + number,
  ).sort();
  const end = keys.indexOf(Number.POSITIVE_INFINITY);
  return Int32Array.from(end < 0 ? keys : keys.subarray(0, end), (key) => key % base);
}

/** The text in the ids of the words that are kept. Yields `length` every millisecond or so. */
export function* corpusOf(
  { encoded, end, tokens, types }: TextWords,
  { ids, words, counts, kept, reduced }: WordChoice,
  length: number,
): Generator<number, ReadTextResult> {
  const writer = createCorpusWriter(kept, words.length);
  for (const part of encoded.parts) {
    for (let i = 0; i < part.length; i++) {
      if (part[i] === end) writer.end();
      else writer.push(ids[part[i]!]!);
    }
    yield length;
  }
  const corpus = writer.corpus();
  const sentences = corpus.starts.length - 1;
  if (sentences === kept) return { ok: false, failure: { code: 'no-pairs' } };
  return { ok: true, read: { words, counts, corpus, tokens, types, kept, sentences, reduced } };
}
