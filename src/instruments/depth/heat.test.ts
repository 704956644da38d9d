import { expect, it } from 'vitest';
import { heat } from './heat.ts';

it('heat runs from 1e−4 to 1, evenly in powers of ten', () => {
  expect([1e-4, 1e-3, 1e-2, 1].map(heat)).toEqual([0, 0.25, 0.5, 1]);
  expect([0, 1e-9, 50, Number.NaN].map(heat)).toEqual([0, 0, 1, 0]);
});
