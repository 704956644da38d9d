import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWords, passagesOf, passageTokens } from './passages.ts';

describe('passages', () => {
  it('are sentences with words in them, in order, without their neighbours', () => {
    const text = 'Loomings. Call me Ishmael. … !! 我们学习。Some years ago';
    const found = passagesOf(text, 'sentences', 10).map(({ start, end }) => text.slice(start, end).trim());
    expect(found).toEqual(['Loomings.', 'Call me Ishmael.', '我们学习。', 'Some years ago']);
    expect(passagesOf(text, 'sentences', 2)).toHaveLength(2);
  });

  it('cut what is long where a word ends, and lose nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('whale sea ', '明月几时有，', 'x'),
        (n, unit) => {
          const text = unit.repeat(n);
          const found = passagesOf(text, undefined, 1000);
          expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          expect(found.every(({ start, end }) => end - start <= 300)).toBe(true);
          expect(found.every(({ cut }) => cut === text.length > 300)).toBe(true);
          if (unit !== 'x')
            for (const { end } of found) expect(text.slice(0, end)).not.toMatch(/(whal|se|明月)$/);
        },
      ),
    );
  });
});

it('knows the words that are kept, the rare ones and the marks', () => {
  const read = knownWords({ words: ['the', 'whale'], counts: Int32Array.of(7, 3) });
  expect(passageTokens('The white whale!', 'word', read)).toEqual([
    { text: 'the', kind: 'known', id: 0, count: 7 },
    { text: 'white', kind: 'rare', id: -1, count: 0 },
    { text: 'whale', kind: 'known', id: 1, count: 3 },
    { text: '!', kind: 'mark', id: -1, count: 0 },
  ]);
});
