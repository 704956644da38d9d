import type { TextModel } from '../../models/language/text-model.ts';
import { createCounter, type NgramCounts } from '../../models/ngram/counts.ts';
import type { NgramModel } from '../../models/ngram/model.ts';
import { ngramTextModel } from '../../models/ngram/text-model.ts';
import { type Tokenization, tokenize } from '../../models/text/tokenize.ts';
import { createVocabulary, encode, type Vocabulary } from '../../models/text/vocabulary.ts';
import { createModel, MOST_ORDER } from './reference.ts';
import { type CountedSettings, kOf } from './settings.ts';

/** N-grams of every order, counted on the beginning of a text, and what comes after it there. */
export interface CountedText {
  readonly tokenization: Tokenization;
  readonly vocabulary: Vocabulary;
  readonly counts: NgramCounts;
  /** Ids of the tokens behind the counted part. */
  readonly next: Int32Array;
}

/** Characters behind the counted part that are kept for measuring. */
const NEXT = 8000;
/** Share of a short text that is kept for that. */
const SHORT_NEXT = 0.1;
/** Tokens between two pauses. */
const PIECE = 20_000;

export interface CountRequest {
  readonly text: string;
  readonly amount: number;
  readonly tokenization: Tokenization;
  readonly vocabulary: number;
}

/** Where the counted part ends: behind a line where one ends near by, so that no word is cut. */
export function cutAt(text: string, amount: number): number {
  const wanted = Math.min(amount, Math.floor(text.length * (1 - SHORT_NEXT)));
  const line = text.lastIndexOf('\n', wanted);
  return line > wanted / 2 ? line + 1 : wanted;
}

/** Counts in pieces, with `pause` between them, so that a page stays awake; null once `isWanted` says no. */
export async function countText(
  { text, amount, tokenization, vocabulary: size }: CountRequest,
  pause: () => Promise<void>,
  isWanted: () => boolean,
): Promise<CountedText | null> {
  const cut = cutAt(text, amount);
  const tokens = tokenize(text.slice(0, cut), tokenization);
  const vocabulary = createVocabulary(tokens, { size });
  const ids = encode(vocabulary, tokens);
  const counter = createCounter({ order: MOST_ORDER, vocabulary: vocabulary.tokens.length, start: false });
  for (let from = 0; from < ids.length; from += PIECE) {
    counter.add(ids.subarray(from, from + PIECE));
    await pause();
    if (!isWanted()) return null;
  }
  const next = encode(vocabulary, tokenize(text.slice(cut, cut + NEXT), tokenization));
  return { tokenization, vocabulary, counts: counter.counts(), next };
}

/** The model that the settings ask for, as such and as a model of text. */
export interface CountedModel {
  readonly model: NgramModel;
  readonly text: TextModel;
}

export function modelOf(
  { counts, vocabulary, tokenization }: CountedText,
  settings: Pick<CountedSettings, 'smoothing' | 'order' | 'logK'>,
): CountedModel {
  const model = createModel(counts, settings.smoothing, settings.order, kOf(settings));
  return { model, text: ngramTextModel(model, vocabulary, tokenization, { start: false }) };
}
