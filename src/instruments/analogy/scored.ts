import type { CategoryScore, ScoreAnswer } from '../../store/vectors-state.ts';

/** A category asked twice: with the words of the question left out of the answers, and with nothing left out. */
export interface ScoredCategory {
  readonly name: string;
  readonly questions: number;
  readonly answerable: number;
  /** Right answers. */
  readonly excluded: number;
  readonly included: number;
  /** Answers that are a word of the question, nothing left out. */
  readonly queryWords: number;
}

export interface Scored {
  /** Those with a question that can be answered. */
  readonly categories: readonly ScoredCategory[];
  readonly all: ScoredCategory;
}

/** Both answers side by side, category by category: the same questions in the same order. */
export function scoredOf(excluded: ScoreAnswer, included: ScoreAnswer): Scored {
  const categories = excluded.categories.map((one, i) => besides(one, included.categories[i] ?? one));
  const sum = (field: Exclude<keyof ScoredCategory, 'name'>) =>
    categories.reduce((total, one) => total + one[field], 0);
  return {
    categories: categories.filter(({ answerable }) => answerable > 0),
    all: {
      name: '',
      questions: sum('questions'),
      answerable: sum('answerable'),
      excluded: sum('excluded'),
      included: sum('included'),
      queryWords: sum('queryWords'),
    },
  };
}

const besides = (excluded: CategoryScore, included: CategoryScore): ScoredCategory => ({
  name: excluded.name,
  questions: excluded.questions,
  answerable: excluded.answerable,
  excluded: excluded.correct,
  included: included.correct,
  queryWords: included.queryWords,
});
