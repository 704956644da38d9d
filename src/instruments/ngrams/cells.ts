import { completeText } from '../../models/language/typed.ts';
import { countsAfter } from '../../models/ngram/model.ts';
import { decode, END_TOKEN } from '../../models/text/vocabulary.ts';
import type { CountedModel, CountedText } from './count-text.ts';

/** A piece of the table of n-grams: the contexts of a sentence by the tokens of that sentence. */
export interface CellGrid {
  /** Contexts of n − 1 tokens, in the sentence's order, each once. */
  readonly contexts: readonly (readonly number[])[];
  /** Different tokens of the sentence, in its order. */
  readonly tokens: readonly number[];
  /** As they read. */
  readonly contextNames: readonly string[];
  readonly tokenNames: readonly string[];
  /** c(h w) and P(w | h), row by row; P is NaN where there is nothing to divide by. */
  readonly counts: Float64Array;
  readonly probabilities: Float64Array;
  /** Whether the sentence itself goes through the cell. */
  readonly visited: readonly boolean[];
  /** c(h ·) of every row, and Σ P over the tokens that have no column. */
  readonly totals: readonly number[];
  readonly others: readonly number[];
}

/** Largest grid: more would not be read. */
export const MOST_SIDE = 14;

/** Cells of the table that a sentence goes through, and the others of its rows and columns. */
export function cellGrid(counted: CountedText, { model, text }: CountedModel, sentence: string): CellGrid {
  const { counts, vocabulary } = counted;
  const end = vocabulary.ids.get(END_TOKEN);
  const typed = completeText(sentence, text).map(({ id }) => id);
  const ids = [...(end === undefined ? [] : [end]), ...typed];
  const first = ids.length - typed.length;
  const contextAt = (t: number) => ids.slice(Math.max(0, t - model.order + 1), t);
  const places = ids.map((_, t) => t).slice(first);
  const contexts = distinct(places.map(contextAt), String).slice(0, MOST_SIDE);
  const tokens = distinct(typed, String).slice(0, MOST_SIDE);
  const steps = new Set(places.map((t) => `${contextAt(t)} > ${ids[t]}`));
  const cells = contexts.flatMap((context) => tokens.map((token) => ({ context, token })));
  const probabilities = Float64Array.from(cells, ({ context, token }) => model.probability(context, token));
  return {
    contexts,
    tokens,
    contextNames: contexts.map((context) => decode(vocabulary, context).join(' ')),
    tokenNames: decode(vocabulary, tokens),
    counts: Float64Array.from(cells, ({ context, token }) => countsAfter(counts, context, token).count),
    probabilities,
    visited: cells.map(({ context, token }) => steps.has(`${context} > ${token}`)),
    totals: contexts.map((context) => countsAfter(counts, context, 0).total),
    others: contexts.map((_, row) => {
      const shown = probabilities.subarray(row * tokens.length, (row + 1) * tokens.length);
      return Math.max(0, 1 - shown.reduce((sum, p) => sum + p, 0));
    }),
  };
}

function distinct<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [key(value), value] as const)).values()];
}

/** Cells of the whole table for n tokens, V^n, and how many of them hold a count. */
export function tableSize(
  { counts }: CountedText,
  n: number,
): { readonly all: number; readonly full: number } {
  return { all: counts.vocabulary ** n, full: counts.different(n) };
}
