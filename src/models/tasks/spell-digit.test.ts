import { describe, expect, it } from 'vitest';
import { createSpellDigit } from './spell-digit.ts';
import { countBy, expectSoundTask, readBatch } from './task.testkit.ts';

const ENGLISH = 'zero one two three four five six seven eight nine'.split(' ');

describe('createSpellDigit', () => {
  it('is a sound task', () => expectSoundTask(createSpellDigit()));

  it('spells the digit and ends', () => {
    for (const { words, answers } of readBatch(createSpellDigit(), 300)) {
      expect(answers.join('')).toBe(`${ENGLISH[Number(words[0])]}⟨EOS⟩`);
      expect(words.slice(1).every((word) => word === '·')).toBe(true);
    }
  });

  it('takes every digit as often', () => {
    const counts = countBy(readBatch(createSpellDigit(), 2000), ({ words }) => words[0] ?? '');
    // χ² with 9 degrees of freedom: 27.9 is exceeded once in a thousand.
    expect([...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)).toBeLessThan(27.9);
  });
});
