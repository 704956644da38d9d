import { type AnalogyKernel, BATCH } from './analogy-kernel.ts';
import type { WordLookup } from './lookup.ts';
import { type AnalogyQuestion, readQuestions } from './question-file.ts';
import type { CategoryScore, ScoreAnswer, VectorQuestion } from './questions.ts';
import { makeUnit, type RowFacts, readExact } from './row-facts.ts';
import type { RowStore } from './row-store.ts';

/** What is scored. */
export interface ScoredSet {
  readonly store: RowStore;
  readonly facts: RowFacts;
  readonly lookup: WordLookup;
}

export type ScoreQuestion = Extract<VectorQuestion, { readonly kind: 'score' }>;

/** Answering a file of questions, a little at a time. */
export interface Scoring {
  /** Candidates that all questions have been held against, of `total`. */
  readonly done: number;
  readonly total: number;
  /** The next few hundred candidates. False: there are none left. */
  step(): boolean;
  /** The scores so far; of all candidates once `done` is `total`. */
  answer(): Omit<ScoreAnswer, 'ms'>;
}

/** A question by the rows of its words; null: one of the four is not among the candidates. */
type Asked = { readonly rows: readonly [number, number, number, number] } | null;

/**
 * The first word of the ranking for each question (3CosAdd, Mikolov et al. 2013; 3CosMul, Levy & Goldberg 2014), by cosines in 32 bits. A
 * question is answerable if all its four words are among the candidates, and answered rightly if the fourth comes first.
 */
export function createScoring(set: ScoredSet, question: ScoreQuestion, kernel: AnalogyKernel): Scoring {
  const total = Math.min(question.candidates ?? Number.POSITIVE_INFINITY, set.store.count);
  const file = readQuestions(question.questions);
  const find = rowsAmong(set.lookup, total);
  const asked = file.categories.map(({ questions }) => questions.map((one) => askedOf(one, find)));
  const answerable = asked.flat().filter((one) => one !== null);
  const best = createBest(set, answerable, question, kernel);
  let done = 0;
  return {
    total,
    get done() {
      return done;
    },
    step() {
      const count = Math.min(BATCH, total - done);
      if (answerable.length > 0 && count > 0) best.take(done, count);
      done = answerable.length > 0 ? done + Math.max(0, count) : total;
      return done < total;
    },
    answer() {
      const answers = new Map(answerable.map((one, i) => [one, best.indices[i] ?? -1]));
      const categories = file.categories.map(({ name }, i) => scoreOf(name, asked[i] ?? [], answers));
      return { categories, candidates: total, bad: file.bad };
    },
  };
}

function rowsAmong(lookup: WordLookup, total: number): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const row = known.get(word) ?? lookup.find(word);
    known.set(word, row);
    return row < total ? row : -1;
  };
}

function askedOf([a, b, c, d]: AnalogyQuestion, find: (word: string) => number): Asked {
  const rows = [find(a), find(b), find(c), find(d)] as const;
  return rows.every((row) => row >= 0) ? { rows } : null;
}

function scoreOf(name: string, asked: readonly Asked[], answers: ReadonlyMap<Asked, number>): CategoryScore {
  const score = { name, questions: asked.length, answerable: 0, correct: 0, queryWords: 0 };
  for (const one of asked) {
    if (!one) continue;
    const [a, b, c, d] = one.rows;
    const answer = answers.get(one) ?? -1;
    score.answerable += 1;
    if (answer === d) score.correct += 1;
    if (answer === a || answer === b || answer === c) score.queryWords += 1;
  }
  return score;
}

/** The best row so far for each question, and what holds the next rows against them all. */
function createBest(
  { store, facts }: ScoredSet,
  asked: readonly NonNullable<Asked>[],
  { method, exclude, centred }: ScoreQuestion,
  kernel: AnalogyKernel,
) {
  const d = store.dimensions;
  const mean = centred ? facts.mean() : null;
  const row = new Float64Array(d);
  /** Copies unit vectors of rows to where they are wanted. */
  const readUnit = (index: number, out: Float32Array, at: number) => {
    readExact(store.finish(), index, row, mean);
    makeUnit(row);
    out.set(row, at * d);
  };
  const numbers = new Map<number, number>();
  const triples = new Int32Array(asked.length * 3);
  for (const [i, { rows }] of asked.entries())
    for (let j = 0; j < 3; j++) triples[i * 3 + j] = numberOf(numbers, rows[j]!);
  const words = new Float32Array(numbers.size * d);
  for (const [index, number] of numbers) readUnit(index, words, number);
  kernel.load(words, numbers.size, d);

  const indices = new Int32Array(asked.length).fill(-1);
  const keys = new Float64Array(asked.length).fill(Number.NEGATIVE_INFINITY);
  const consider = (i: number, first: number, from: number, to: number) => {
    if (from >= to) return;
    const found = kernel.best(triples, i * 3, from, to, method);
    if (found < 0 || kernel.key <= keys[i]!) return;
    keys[i] = kernel.key;
    indices[i] = first + found;
  };
  return {
    indices,
    take(first: number, count: number): void {
      for (let r = 0; r < count; r++) readUnit(first + r, kernel.rows, r);
      kernel.compare(count);
      for (const [i, { rows }] of asked.entries()) {
        const holes = exclude ? holesIn(rows, first, count) : NONE;
        let from = 0;
        for (const hole of holes) {
          consider(i, first, from, hole);
          from = hole + 1;
        }
        consider(i, first, from, count);
      }
    },
  };
}

const NONE: readonly number[] = [];

/** Where in a block the three words of a question are, in order. */
function holesIn(rows: readonly number[], first: number, count: number): readonly number[] {
  const [a = -1, b = -1, c = -1] = rows;
  const isIn = (row: number) => row >= first && row < first + count;
  if (!isIn(a) && !isIn(b) && !isIn(c)) return NONE;
  return [...new Set([a, b, c])]
    .filter(isIn)
    .map((row) => row - first)
    .sort((x, y) => x - y);
}

function numberOf(numbers: Map<number, number>, row: number): number {
  const number = numbers.get(row) ?? numbers.size;
  numbers.set(row, number);
  return number;
}
