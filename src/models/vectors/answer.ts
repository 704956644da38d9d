import { type AnalogyKernel, createPlainAnalogyKernel } from './analogy-kernel.ts';
import {
  combine,
  cosineOf,
  type KnowingSet,
  type Known,
  know,
  knowAll,
  knownRow,
  unitOf,
} from './known-words.ts';
import { createLookup } from './lookup.ts';
import { createMeasure, createProductMeasure, type Measure, type Searched } from './measure.ts';
import type { Hit, RankedAnswer, VectorAnswers, VectorQuestion, WordAxis } from './questions.ts';
import { createRowFacts } from './row-facts.ts';
import { createPlainKernel, dot, norm, type RowKernel } from './row-kernel.ts';
import type { RowStore } from './row-store.ts';
import { createScoring, type ScoreQuestion, type Scoring } from './score.ts';
import { search } from './search.ts';
import type { MetadataColumn } from './vector-table.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** A set of vectors as it is asked; it may grow meanwhile, and each answer is of what is there then. */
export interface AskedSet {
  /** At least as many as the store has rows. */
  readonly words: readonly string[];
  readonly store: RowStore;
  readonly counts: Float64Array | null;
  readonly columns: readonly MetadataColumn[];
  /** The vector of a word that has no row, made of its parts; null: there is none. */
  readonly unseen: ((word: string) => Float32Array | null) | null;
}

/** Questions that are answered by one call of `answer`. */
export type DirectKind = Exclude<VectorQuestion['kind'], 'score'>;
type Question<Kind extends DirectKind> = Extract<VectorQuestion, { readonly kind: Kind }>;

export interface Answerer {
  answer<Kind extends DirectKind>(question: Question<Kind>): VectorAnswers[Kind];
  /** Begins to answer a file of questions; to be stepped until it is done. */
  score(question: ScoreQuestion): Scoring;
}

/** What does the work of a set's answers. */
export interface VectorKernels {
  /** In its memory the set's rows stand. */
  readonly rows: RowKernel;
  /** One for each file of questions. */
  analogies(): AnalogyKernel;
}

/** In plain TypeScript. */
export function createPlainKernels(): VectorKernels {
  return { rows: createPlainKernel(), analogies: createPlainAnalogyKernel };
}

interface Context extends Searched, KnowingSet {
  readonly set: AskedSet;
  readonly index: WordIndex;
  readonly now: () => number;
}

/** Answers questions about a set. `now` is a clock in ms. */
export function createAnswerer(set: AskedSet, kernels: VectorKernels, now: () => number): Answerer {
  const { store, words } = set;
  const count = () => store.count;
  const context: Context = {
    set,
    store,
    words,
    unseen: (word) => set.unseen?.(word) ?? null,
    kernel: kernels.rows,
    facts: createRowFacts(store),
    lookup: createLookup(words, count),
    index: createWordIndex(words, count),
    now,
  };
  return {
    score: (question) => createScoring(context, question, kernels.analogies()),
    answer: <Kind extends DirectKind>(question: Question<Kind>) => {
      const { kind } = question as { readonly kind: Kind };
      return ANSWERS[kind](context, question);
    },
  };
}

const ANSWERS: {
  readonly [Kind in DirectKind]: (context: Context, question: Question<Kind>) => VectorAnswers[Kind];
} = {
  nearest,
  analogy,
  odd,
  similarity,
  word: aboutWord,
  find: ({ index }, { text, count }) => ({ found: index.find(text, count) }),
  rows: someRows,
  words: ranks,
  axes,
};

// ---- Rankings --------------------------------------------------------------------------------------------------------------------

function rank(
  context: Context,
  make: () => Measure | null,
  known: readonly Known[],
  missing: readonly string[],
  question: { readonly count: number; readonly exclude: boolean },
): RankedAnswer {
  const start = context.now();
  const measure = make();
  const { words, store } = context.set;
  const excluded = new Set(question.exclude ? known.map(({ index }) => index) : []);
  const found = measure ? search(measure, store.count, question.count, excluded) : [];
  const hits = found.map(({ index, key }) => ({
    word: words[index] ?? '',
    index,
    score: measure?.score(key) ?? 0,
  }));
  return { hits, missing, scanned: measure ? store.count : 0, ms: context.now() - start };
}

function nearest(context: Context, question: Question<'nearest'>): RankedAnswer {
  const { terms, metric, centred } = question;
  const all = terms.map(({ word }) => know(context, word, centred));
  const missing = terms.filter((_, i) => !all[i]).map(({ word }) => word);
  const known = all.filter((one) => one !== null);
  const weights = terms.filter((_, i) => all[i]).map(({ weight }) => weight);
  const query = combine(known, weights, context.store.dimensions);
  // What is left of king − king is rounding, not a direction.
  const hasDirection = norm(query) > (known.length > 1 ? 1e-12 * sumOfSizes(weights) : 0);
  const asks = known.length > 0 && (metric !== 'cosine' || hasDirection);
  const make = () => (asks ? createMeasure(context, metric, query, centred) : null);
  return rank(context, make, known, missing, question);
}

const sumOfSizes = (weights: readonly number[]) =>
  weights.reduce((size, weight) => size + Math.abs(weight), 0);

function analogy(context: Context, question: Question<'analogy'>): RankedAnswer {
  const { a, b, c, method, centred } = question;
  const { known, missing } = knowAll(context, [a, b, c], centred);
  const [forA, forB, forC] = known;
  const make = () => {
    if (!forA || !forB || !forC) return null;
    if (method === 'multiply')
      return createProductMeasure(context, [forA.vector, forB.vector, forC.vector], centred);
    const query = combine(known, [-1, 1, 1], context.store.dimensions);
    return createMeasure(context, 'cosine', query, centred);
  };
  return rank(context, make, known, missing, question);
}

// ---- A few words ---------------------------------------------------------------------------------------------------------------

/** Each word's cosine with the mean of the others' unit vectors. */
function odd(context: Context, { words, centred }: Question<'odd'>): VectorAnswers['odd'] {
  const { known, missing } = knowAll(context, words, centred);
  const units = known.map((one) => ({ ...one, vector: unitOf(one.vector) }));
  const scores = units.map((one): Hit => {
    const others = units.filter((other) => other !== one);
    const total = combine(
      others,
      others.map(() => 1),
      context.store.dimensions,
    );
    return { word: one.word, index: one.index, score: cosineOf(one.vector, total) };
  });
  return { scores, missing };
}

function similarity(
  context: Context,
  { a, b, centred }: Question<'similarity'>,
): VectorAnswers['similarity'] {
  const { known, missing } = knowAll(context, [a, b], centred);
  const nothing = new Float64Array(context.store.dimensions);
  const [x = nothing, y = nothing] = missing.length ? [] : known.map(({ vector }) => vector);
  const lengths = norm(x) * norm(y);
  const contributions = Float32Array.from(x, (value, k) => (lengths > 0 ? (value * y[k]!) / lengths : 0));
  const distance = norm(x.map((value, k) => value - y[k]!));
  return { cosine: cosineOf(x, y), dot: dot(x, y), distance, contributions, missing };
}

function aboutWord(context: Context, { word }: Question<'word'>): VectorAnswers['word'] {
  const { counts, columns } = context.set;
  const found = know(context, word, false);
  const index = found?.index ?? -1;
  const values = columns.map(({ name, values }) => ({ name, value: values[index] ?? '' }));
  return {
    index,
    vector: found ? Float32Array.from(found.vector) : null,
    norm: found ? norm(found.vector) : 0,
    count: index >= 0 ? (counts?.[index] ?? null) : null,
    columns: index >= 0 ? values : [],
  };
}

// ---- Many words ------------------------------------------------------------------------------------------------------------------

function someRows(context: Context, question: Question<'rows'>): VectorAnswers['rows'] {
  const { set, store } = context;
  const d = store.dimensions;
  const asked = question.words && knowAll(context, question.words, question.centred);
  const length = asked ? asked.known.length : Math.min(question.first, store.count);
  const vectors = new Float32Array(length * d);
  // Of many rows one at a time is held in 64 bits.
  const rows = Array.from({ length }, (_, i) => {
    const { word, index, vector } = asked?.known[i] ?? knownRow(context, i, question.centred);
    vectors.set(vector, i * d);
    return { word, index };
  });
  const { counts } = set;
  return {
    words: rows.map(({ word }) => word),
    indices: Int32Array.from(rows, ({ index }) => index),
    vectors,
    dimensions: d,
    counts: counts && Float64Array.from(rows, ({ index }) => counts[index] ?? 0),
    columns: set.columns.map(({ name, values }) => ({
      name,
      values: rows.map(({ index }) => values[index] ?? ''),
    })),
    missing: asked?.missing ?? [],
  };
}

function ranks({ set, store }: Context, { from, count }: Question<'words'>): VectorAnswers['words'] {
  return { words: set.words.slice(from, Math.min(from + count, store.count)) };
}

function axes(context: Context, question: Question<'axes'>): VectorAnswers['axes'] {
  const { store } = context;
  const first = Math.min(question.first, store.count);
  const wide = question.axes.length;
  const coordinates = new Float32Array(first * wide);
  const missing = new Set<string>();
  for (const [column, ends] of question.axes.entries()) {
    const direction = directionOf(context, ends, question.centred, missing);
    if (!(norm(direction) > 0)) continue;
    const measure = createMeasure(context, 'cosine', direction, question.centred);
    for (let i = 0; i < first; i++) coordinates[i * wide + column] = measure.key(i);
  }
  return { coordinates, missing: [...missing] };
}

/** mean(to) − mean(from) of unit vectors; words that are missing are added to those. */
function directionOf(context: Context, axis: WordAxis, centred: boolean, missing: Set<string>): Float64Array {
  const meanOf = (words: readonly string[]) => {
    const end = knowAll(context, words, centred);
    for (const word of end.missing) missing.add(word);
    const total = new Float64Array(context.store.dimensions);
    for (const { vector } of end.known) {
      const unit = unitOf(vector);
      for (let k = 0; k < total.length; k++) total[k]! += unit[k]! / end.known.length;
    }
    return total;
  };
  const [from, to] = [meanOf(axis.from), meanOf(axis.to)];
  return to.map((x, k) => x - from[k]!);
}
