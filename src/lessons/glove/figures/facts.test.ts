import { expect, it } from 'vitest';
import { exampleCell, fewWeight } from './facts.ts';

it('the numbers of the page, by hand', () => {
  // Twice at distance 2: half and half.
  expect(exampleCell).toBe(1);
  // 16 to the power of −3/4.
  expect(fewWeight).toBeCloseTo(1 / 8, 12);
});
