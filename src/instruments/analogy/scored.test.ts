import { expect, it } from 'vitest';
import { readQuestions } from '../../models/vectors/question-file.ts';
import { CHARACTER_PAIRS, characterQuestions } from './character-questions.ts';
import { scoredOf } from './scored.ts';

const answerOf = (...rows: readonly [string, number, number, number, number][]) => ({
  categories: rows.map(([name, questions, answerable, correct, queryWords]) => ({
    name,
    questions,
    answerable,
    correct,
    queryWords,
  })),
  candidates: 100,
  bad: null,
  ms: 1,
});

it('puts both answers side by side, sums them, and lists no category that nothing can be said of', () => {
  const { categories, all } = scoredOf(
    answerOf(['a', 10, 8, 6, 0], ['b', 5, 0, 0, 0], ['c', 4, 4, 1, 0]),
    answerOf(['a', 10, 8, 3, 5], ['b', 5, 0, 0, 0], ['c', 4, 4, 0, 4]),
  );
  expect(categories.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(categories[0]).toMatchObject({ excluded: 6, included: 3, queryWords: 5 });
  expect(all).toMatchObject({ questions: 19, answerable: 12, excluded: 7, included: 3, queryWords: 9 });
});

it('asks every pair of characters against every other one of its relation', () => {
  const { categories, bad } = readQuestions(characterQuestions());
  expect(bad).toBeNull();
  expect(categories.map(({ questions }) => questions.length)).toEqual(
    CHARACTER_PAIRS.map(({ pairs }) => pairs.length * (pairs.length - 1)),
  );
  expect(categories[0]?.questions[0]).toEqual(['东', '西', '南', '北']);
});
