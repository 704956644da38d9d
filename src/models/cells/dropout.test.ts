import { describe, expect, it } from 'vitest';
import { dropoutFactors, pcg } from './dropout.ts';

const dropout = { rate: 0.3, seed: 7, step: 12 };
const LENGTH = 20_000;
const zeros = (factors: Float64Array) => factors.filter((factor) => factor === 0).length;

describe('dropoutFactors', () => {
  it('leaves out as many as asked, and scales the others', () => {
    const factors = dropoutFactors(dropout, 0, LENGTH);
    // Standard deviation of the count: √(20,000 · 0.3 · 0.7) = 65.
    expect(Math.abs(zeros(factors) - 6000)).toBeLessThan(4 * 65);
    expect(new Set(factors)).toEqual(new Set([0, 1 / 0.7]));
    expect(new Set(dropoutFactors({ ...dropout, rate: 0 }, 0, 100))).toEqual(new Set([1]));
  });

  it.each([
    ['the next step', { ...dropout, step: 13 }, 0, 0],
    ['another seed', { ...dropout, seed: 8 }, 0, 0],
    ['the next layer', dropout, 1, 0],
    ['the value beside it', dropout, 0, 1],
  ])('has nothing to do with %s', (_name, other, layer, shift) => {
    const [a, b] = [dropoutFactors(dropout, 0, LENGTH), dropoutFactors(other, layer, LENGTH + shift)];
    const both = a.filter((factor, i) => factor === 0 && b[i + shift] === 0).length;
    // Independent: 0.09 of all, standard deviation √(20,000 · 0.09 · 0.91) = 40.
    expect(Math.abs(both - 1800)).toBeLessThan(4 * 40);
  });

  it.each([-0.1, 1, Number.NaN])('refuses a rate of %d', (rate) => {
    expect(() => dropoutFactors({ ...dropout, rate }, 0, 1)).toThrow(RangeError);
  });
});

it('pcg is a permutation of bytes well mixed: every output bit is set half the time', () => {
  const words = Array.from({ length: 4096 }, (_, i) => pcg(i));
  expect(new Set(words).size).toBe(4096);
  for (let bit = 0; bit < 32; bit++) {
    const set = words.filter((word) => (word >>> bit) & 1).length;
    // Standard deviation 32.
    expect(Math.abs(set - 2048)).toBeLessThan(4 * 32);
  }
});
