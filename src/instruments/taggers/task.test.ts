import { describe, expect, it } from 'vitest';
import { exampleAt } from '../../models/tasks/task.ts';
import {
  AMBIGUOUS_STEP,
  ambiguousStep,
  commonBeginning,
  HELD_OUT,
  isTrainedCombination,
  MOST_WORDS,
  readSentence,
  SCORED,
  TASK,
  TRAINED_ON,
} from './task.ts';

const sentences = (batch: typeof HELD_OUT) =>
  Array.from({ length: SCORED }, (_, b) => exampleAt(batch, b).ids.map((id) => TASK.inputs[id] ?? ''));

describe('readSentence', () => {
  it('finds words whatever their capitals and stops', () => {
    const { ids, words, unknown } = readSentence(' He SAID teddy bears, are on sale. ');
    expect(words).toEqual(['he', 'said', 'Teddy', 'bears', 'are', 'on', 'sale']);
    expect(Array.from(ids ?? [], (id) => TASK.inputs[id])).toEqual(words);
    expect(unknown).toEqual([]);
  });

  it('reads nothing where a word is unknown, and names it', () => {
    expect(readSentence('he saw Teddy 熊')).toMatchObject({ ids: null, unknown: ['saw', '熊'] });
    expect(readSentence('  ')).toMatchObject({ ids: null, words: [], asked: 0 });
  });

  it('leaves out what is too long, and says how long it was', () => {
    const { words, asked } = readSentence('he '.repeat(30));
    expect([words.length, asked]).toEqual([MOST_WORDS, 30]);
  });
});

it('counts a common beginning', () => {
  expect(commonBeginning(['a', 'b', 'c'], ['a', 'b', 'd'])).toBe(2);
  expect(commonBeginning(['a', 'b'], ['a', 'b', 'd'])).toBe(2);
  expect(commonBeginning(['x'], ['a'])).toBe(0);
  expect(commonBeginning([], ['a'])).toBe(0);
});

it('tells combinations of training from those held out', () => {
  for (const words of sentences(TRAINED_ON)) expect(isTrainedCombination(words)).toBe(true);
  for (const words of sentences(HELD_OUT)) expect(isTrainedCombination(words)).toBe(false);
});

it('has the ambiguous word at the same step everywhere', () => {
  for (const words of sentences(HELD_OUT)) expect(ambiguousStep(words)).toBe(AMBIGUOUS_STEP);
});
