import { describe, expect, it } from 'vitest';
import { createHoldBit, type HoldBitOptions } from './hold-bit.ts';
import { countBy, expectSoundTask, readBatch, wordCounts } from './task.testkit.ts';

const read = (options: HoldBitOptions, count = 2000) => readBatch(createHoldBit(options), count);

describe('createHoldBit', () => {
  it('is a sound task', () => {
    expectSoundTask(createHoldBit({ steps: 9 }));
    expectSoundTask(createHoldBit({ steps: 9, writes: 3 }));
  });

  it.each([1, 3])('asks for the bit that was written last, of %d', (writes) => {
    for (const { words, answers, distance } of read({ steps: 12, writes }, 400)) {
      expect(words).toHaveLength(12);
      expect(words.at(-1)).toBe('?');
      const signals = words.filter((word) => word.startsWith('write'));
      expect(signals).toHaveLength(writes);
      expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
      expect(answers.at(-1)).toBe(signals.at(-1)?.slice(-1));
      expect(words.length - 1 - words.findLastIndex((word) => word.startsWith('write'))).toBe(distance);
    }
  });

  it('the signal comes at every step but the last, each as often', () => {
    const counts = countBy(read({ steps: 11 }), ({ distance }) => `${distance}`);
    expect(counts.size).toBe(10);
    // χ² of the 1000 pairs, 9 degrees of freedom: 27.9 is exceeded once in a thousand.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count / 2 - 100) ** 2 / 100, 0);
    expect(chi).toBeLessThan(27.9);
  });

  it.each([1, 3])('the bits that pass by say nothing (%d written)', (writes) => {
    const examples = read({ steps: 12, writes });
    const isLastWrite = (_word: string, t: number, words: readonly string[]) =>
      t === words.findLastIndex((word) => word.startsWith('write'));
    const [zero, one] = ['0', '1'].map((bit) => wordCounts(examples, bit, isLastWrite));
    expect(zero).toEqual(one);
    expect(examples.filter(({ last }) => last === '0')).toHaveLength(1000);
  });

  it('has room for it', () => {
    expect(read({ steps: 2 }, 4).map(({ words }) => words.length)).toEqual([2, 2, 2, 2]);
    for (const options of [{ steps: 1 }, { steps: 5, writes: 0 }, { steps: 5, writes: 5 }, { steps: 4.5 }]) {
      expect(() => createHoldBit(options)).toThrow(RangeError);
    }
  });
});
