import { expect, it } from 'vitest';
import { isHonest } from './conditions.ts';

const asked = (exclude: boolean, ...words: readonly string[]) =>
  isHonest({
    answer: {
      hits: words.map((word, index) => ({ word, index, score: 1 })),
      missing: [],
      scanned: 9,
      ms: 1,
    },
    question: {
      kind: 'analogy',
      a: 'Paris',
      b: 'france',
      c: 'tokyo',
      method: 'add',
      count: 8,
      centred: false,
      exclude,
    },
  });

it('honest: nothing left out, and yet another word comes first', () => {
  expect(asked(false, 'japan', 'tokyo')).toBe(true);
  expect(asked(true, 'japan', 'korea')).toBe(false);
  expect(asked(false, 'tokyo', 'japan')).toBe(false);
  expect(asked(false, 'paris', 'japan')).toBe(false);
  expect(asked(false)).toBe(false);
  expect(isHonest({ answer: null, question: null })).toBe(false);
});
