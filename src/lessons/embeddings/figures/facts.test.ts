import { expect, it } from 'vitest';
import { apart, cost } from './facts.ts';

it('the numbers of the page, by hand', () => {
  // (1 − 0)² + (0 − 1)² and nothing else.
  expect(apart ** 2).toBeCloseTo(2, 12);
  expect(cost).toEqual({ all: 3_000_000, needed: 300 });
});
