import { expect, it } from 'vitest';
import { effectiveChoices, entropyBits } from './entropy.ts';

it('is log₂ V for an even choice, and 0 for what is certain', () => {
  for (const size of [1, 2, 8, 4470]) {
    const even = new Float64Array(size).fill(1 / size);
    expect(entropyBits(even)).toBeCloseTo(Math.log2(size), 10);
    expect(effectiveChoices(even)).toBeCloseTo(size, 8);
  }
  expect(entropyBits([0, 1, 0])).toBe(0);
  expect(effectiveChoices([0, 1, 0])).toBe(1);
});

it('of halves and quarters, by hand', () => {
  expect(entropyBits([0.5, 0.25, 0.25])).toBe(1.5);
});
