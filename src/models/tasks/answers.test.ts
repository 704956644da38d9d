import { describe, expect, it } from 'vitest';
import { type AnsweredSpec, rightAnswers } from './answers.ts';
import { createTask } from './spec.ts';
import { readBatch } from './task.testkit.ts';

const SPECS: readonly AnsweredSpec[] = [
  { name: 'vowels' },
  { name: 'spell-digit' },
  { name: 'spell-digit', feedback: 'teacher', length: 11 },
  { name: 'verdict', longest: 4 },
  { name: 'quotes', steps: 9 },
  { name: 'reverse', letters: 4, longest: 3 },
];

describe('rightAnswers', () => {
  it.each(SPECS)('answers what $name samples as its targets do', (spec) => {
    for (const { words, answers } of readBatch(createTask(spec), 200)) {
      expect(rightAnswers(spec, words)).toEqual(answers);
    }
  });

  it.each([
    ['the film was good', 'good'],
    ['not a bad film: bad', null],
    ['dull', 'bad'],
    ['the film was not not good', null],
    ['the good film was dull', null],
    ['the dull film', null],
    ['so not awful', 'good'],
  ])('%s: %s', (review, verdict) => {
    const words = review.replace(':', '').split(' ');
    expect(rightAnswers({ name: 'verdict', longest: 4 }, words).at(-1)).toBe(verdict);
    expect(
      rightAnswers({ name: 'verdict', longest: 4 }, words)
        .slice(0, -1)
        .every((each) => each === null),
    ).toBe(true);
  });

  it('reverses the empty word to an end', () => {
    expect(rightAnswers({ name: 'reverse', letters: 4, longest: 3 }, ['→'])).toEqual(['⟨EOS⟩']);
  });
});
