import { describe, expect, it } from 'vitest';
import { createSpellDigit, FEEDBACKS, readTokens, SPACE, spelling } from './spell-digit.ts';
import { countBy, expectSoundTask, readBatch } from './task.testkit.ts';

const ENGLISH = 'zero one two three four five six seven eight nine'.split(' ');

/** Counting on from a digit, in words. */
const counted = (digit: number, length: number) =>
  Array.from({ length }, (_, i) => ENGLISH[(digit + i) % 10])
    .join(SPACE)
    .slice(0, length);

describe('createSpellDigit', () => {
  for (const feedback of FEEDBACKS) {
    for (const length of [undefined, 9]) {
      it(`is a sound task: ${feedback}, ${length ?? 'one name'}`, () =>
        expectSoundTask(createSpellDigit(length === undefined ? { feedback } : { feedback, length })));
    }
  }

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

  it('counts on, past nine', () => {
    for (const { words, answers } of readBatch(createSpellDigit({ length: 21 }), 300)) {
      expect(answers.join('')).toBe(counted(Number(words[0]), 21));
    }
    expect(spelling(8, 30).join('')).toBe(counted(8, 30));
  });

  it('teacher forcing reads what should have been written a step before', () => {
    for (const { words, answers } of readBatch(createSpellDigit({ feedback: 'teacher', length: 12 }), 200)) {
      expect(words[0]).toMatch(/^\d$/);
      expect(words.slice(1)).toEqual(answers.slice(0, -1));
    }
  });

  it.each(['letter', 'digit-letter'] as const)(
    '%s: single steps, each as often as it is written',
    (feedback) => {
      const examples = readBatch(createSpellDigit({ feedback }), 5000);
      expect(examples.every(({ words, answers }) => words.length === 1 && answers.length === 1)).toBe(true);
      const expected = countBy(
        ENGLISH.flatMap((name, digit) =>
          [...name, '⟨EOS⟩'].map((symbol, t) => {
            const before = t === 0 ? '' : (name[t - 1] ?? '');
            const read = t > 0 && feedback === 'letter' ? before : `${digit}${before}`;
            return `${read}>${symbol}`;
          }),
        ),
        (pair) => pair,
      );
      const found = countBy(examples, ({ words, answers }) => `${words[0]}>${answers[0]}`);
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      // 50 letters and ends in the ten names. Seven standard deviations of a count of 100.
      for (const [pair, count] of expected) {
        expect(Math.abs((found.get(pair) ?? 0) - 100 * count)).toBeLessThan(70 * Math.sqrt(count));
      }
    },
  );

  it('reads any symbols, right or wrong', () => {
    expect(readTokens('teacher', 3, ['t', 'o', 'x'])).toEqual(['3', 't', 'o']);
    expect(readTokens('digit-letter', 3, ['t', 'h'])).toEqual(['3', '3t']);
  });

  it.each([0, -1, 1.5])('refuses %d symbols', (length) => {
    expect(() => createSpellDigit({ length })).toThrow(RangeError);
  });
});
