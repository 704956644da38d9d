import { describe, expect, it } from 'vitest';
import { createQuotes } from './quotes.ts';
import { countBy, expectSoundTask, readBatch } from './task.testkit.ts';

const read = (steps: number, count = 2000) => readBatch(createQuotes({ steps }), count);

describe('createQuotes', () => {
  it('is a sound task', () => expectSoundTask(createQuotes({ steps: 12 })));

  it('a character is inside when an odd number of marks has been read', () => {
    for (const { words, answers } of read(12, 200)) {
      expect(words).toHaveLength(12);
      const text = words.join('');
      answers.forEach((answer, t) => {
        const marks = text.slice(0, t + 1).split('"').length - 1;
        expect(answer).toBe(marks % 2 === 1 ? 'inside' : 'outside');
      });
    }
  });

  it('has both answers about as often, and letters that say nothing', () => {
    const pairs = read(16).flatMap(({ words, answers }) =>
      words.map((word, t) => [word, answers[t]] as const),
    );
    const inside = pairs.filter(([, answer]) => answer === 'inside');
    expect(inside.length / pairs.length).toBeGreaterThan(0.44);
    expect(inside.length / pairs.length).toBeLessThan(0.56);
    const letters = inside.filter(([word]) => word !== '"');
    const counts = countBy(letters, ([word]) => word);
    expect(counts.size).toBe(8);
    const mean = letters.length / 8;
    // χ² with 7 degrees of freedom: 24.3 is exceeded once in a thousand.
    expect([...counts.values()].reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)).toBeLessThan(
      24.3,
    );
  });

  it.each([0, 2.5])('refuses %d steps', (steps) => {
    expect(() => createQuotes({ steps })).toThrow(RangeError);
  });
});
