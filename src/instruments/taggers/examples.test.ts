import { expect, it } from 'vitest';
import { EXAMPLES } from './examples.ts';
import { commonBeginning, isTrainedCombination, readSentence } from './task.ts';

it('has pairs that begin alike, one of training and two that are held out', () => {
  const read = EXAMPLES.map(({ first, second }) => [readSentence(first), readSentence(second)] as const);
  for (const [one, other] of read) {
    expect(one.ids && other.ids).not.toBeNull();
    expect(commonBeginning(one.words, other.words)).toBe(3);
  }
  const trained = read.map((pair) => pair.map(({ words }) => isTrainedCombination(words)));
  expect(trained).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});
