import { describe, expect, it } from 'vitest';
import { createReverse } from './reverse.ts';
import { countBy, expectSoundTask, readBatch } from './task.testkit.ts';

const task = createReverse({ letters: 5, longest: 4 });

describe('createReverse', () => {
  it('is a sound task', () => expectSoundTask(task));

  it('answers backwards, from the arrow on', () => {
    for (const { words, answers } of readBatch(task, 500)) {
      const text = words.join('');
      const word = /^([a-e]{1,4})→(·+)$/.exec(text)?.[1] ?? '?';
      expect(words).toHaveLength(2 * word.length + 1);
      const expected = [...word].reverse().join('');
      expect(answers.slice(0, word.length).every((answer) => answer === null)).toBe(true);
      expect(answers.slice(word.length).join('')).toBe(`${expected}⟨EOS⟩`);
    }
  });

  it('takes every length and every first letter as often', () => {
    const words = readBatch(task, 4000).map((each) => each.words.join('').replace(/→.*/, ''));
    const lengths = [...countBy(words, (word) => `${word.length}`).values()];
    const firsts = [...countBy(words, (word) => word[0] ?? '').values()];
    const chi = (counts: readonly number[], mean: number) =>
      counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    expect([lengths.length, firsts.length]).toEqual([4, 5]);
    // 3 and 4 degrees of freedom, exceeded once in a thousand.
    expect(chi(lengths, 1000)).toBeLessThan(16.3);
    expect(chi(firsts, 800)).toBeLessThan(18.5);
  });

  it.each([
    [1, 3],
    [27, 3],
    [3, 0],
    [2.5, 3],
    [3, 1.5],
    [2.5, 2.5],
  ])('refuses %d letters, at most %d long', (letters, longest) => {
    expect(() => createReverse({ letters, longest })).toThrow(RangeError);
  });
});
