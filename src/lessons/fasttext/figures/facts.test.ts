import { expect, it } from 'vitest';
import { ASKED, aloneAtStart, COUNTED, countOf, defaultBytes, LABELS, labelDepth } from './facts.ts';

it('a word of m characters has m + 2 − n + 1 n-grams of each length, its marks counted in', () => {
  const m = [...COUNTED].length;
  const expected = [3, 4, 5, 6].reduce((sum, n) => sum + (m + 2 - n + 1), 0);
  expect(countOf(COUNTED)).toBe(expected);
});

it('the default table weighs 800 MB', () => {
  expect(defaultBytes()).toBe(800e6);
});

it('a balanced tree over 2ᵏ labels is k deep', () => {
  expect(labelDepth()).toBe(Math.log2(LABELS));
});

it('a yes or no costs ln 2 where nothing is known', () => {
  expect(aloneAtStart()).toBeCloseTo(ASKED * Math.log(2), 12);
});
