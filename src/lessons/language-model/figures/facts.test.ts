import { expect, it } from 'vitest';
import { evenPerplexity, FOUR, factorsToZero, perplexityOf, SMALL, SYMBOLS } from './facts.ts';

it('a model that knows nothing has the perplexity V', () => {
  expect(evenPerplexity(SYMBOLS)).toBeCloseTo(SYMBOLS, 9);
});

it('the four factors are 1/256 together, so each is 1/4 in the geometric mean', () => {
  expect(FOUR.reduce((product, p) => product * p, 1)).toBe(1 / 256);
  expect(perplexityOf(FOUR)).toBeCloseTo(4, 12);
});

it('a hundredth, again and again, is 0 where 10⁻²ⁿ is less than half of the least number', () => {
  const least = (bits: number) => Math.ceil((bits * Math.log10(2)) / 2);
  expect(factorsToZero(SMALL)).toBe(least(1075));
  expect(factorsToZero(SMALL, Math.fround)).toBe(least(150));
});
