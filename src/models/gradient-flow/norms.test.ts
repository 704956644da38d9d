import { expect, it } from 'vitest';
import { growthPerStep, stepNorms } from './norms.ts';

it('takes the length of each step, and the quadratic mean over examples', () => {
  expect([...stepNorms(Float64Array.of(3, 4, 0, 0, 5, 12), 3, 1)]).toEqual([5, 0, 13]);
  // Two examples of length 5 and 5, then of length 0 and √8.
  expect([...stepNorms(Float64Array.of(3, 4, 0, 5, 0, 0, 2, 2), 2, 2)]).toEqual([5, 2]);
  expect(stepNorms(new Float64Array(), 0, 1)).toHaveLength(0);
});

it('finds the factor of a geometric sequence', () => {
  expect(growthPerStep(2, 2 * 0.9 ** 50, 50)).toBeCloseTo(0.9, 12);
  expect(growthPerStep(1, 8, 3)).toBeCloseTo(2, 12);
});
