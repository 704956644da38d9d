import { describe, expect, it } from 'vitest';
import { countBy, expectSoundTask, readBatch, wordCounts } from './task.testkit.ts';
import { createVerdict } from './verdict.ts';

const read = (longest = 5, count = 2000) => readBatch(createVerdict({ longest }), count);

describe('createVerdict', () => {
  it('is a sound task', () => expectSoundTask(createVerdict({ longest: 5 })));

  it('is good when a good word is not negated or a bad one is; asked at the last word only', () => {
    for (const { words, answers, distance } of read(5, 400)) {
      const sentence = words.join(' ');
      const match = /^the (?:film|meal|book|concert) was ((?:(?:really|very|so|quite|not) )+)(\w+)$/.exec(
        sentence,
      );
      const between = match?.[1]?.trim().split(' ') ?? [];
      expect(between.length).toBe(distance);
      const isGood = /^(good|great|lovely)$/.test(match?.[2] ?? '');
      expect(isGood || /^(bad|awful|dull)$/.test(match?.[2] ?? '')).toBe(true);
      expect(between.filter((word) => word === 'not').length).toBeLessThan(2);
      expect(answers.at(-1)).toBe(isGood === between.includes('not') ? 'bad' : 'good');
      expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
    }
  });

  it('no word but the adjective tells, exactly; and the adjective alone does not', () => {
    const examples = read();
    const last = (_word: string, t: number, words: readonly string[]) => t === words.length - 1;
    expect(wordCounts(examples, 'good', last)).toEqual(wordCounts(examples, 'bad', last));
    const isGood = examples.filter(({ words }) => /good|great|lovely/.test(words.at(-1) ?? ''));
    const positive = isGood.filter((each) => each.last === 'good').length / isGood.length;
    expect(isGood).toHaveLength(1000);
    expect(Math.abs(positive - 0.5)).toBeLessThan(0.06);
  });

  it('has every length, as often', () => {
    const counts = countBy(read(4), ({ distance }) => `${distance}`);
    expect([...counts.keys()].sort()).toEqual(['1', '2', '3', '4']);
    // χ² of the 1000 pairs, 3 degrees of freedom: 16.3 is exceeded once in a thousand.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count / 2 - 250) ** 2 / 250, 0);
    expect(chi).toBeLessThan(16.3);
  });

  it.each([0, 1.5, Number.NaN])('refuses %d words', (longest) => {
    expect(() => createVerdict({ longest })).toThrow(RangeError);
  });
});
