import { describe, expect, it } from 'vitest';
import { chiSquare, chiSquareTail } from './chi-square.ts';

it('chiSquare adds up squared misses, each over what was expected', () => {
  expect(chiSquare([30, 20, 50], [0.25, 0.25, 0.5])).toBeCloseTo(25 / 25 + 25 / 25 + 0, 12);
  expect(chiSquare([3, 0], [1, 0])).toBe(0);
});

describe('chiSquareTail', () => {
  it.each([
    // Quantiles as printed tables have them.
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [19.675, 11, 0.05],
    [24.725, 11, 0.01],
    [3.053, 11, 0.99],
    [31.264, 11, 0.001],
    [43.773, 30, 0.05],
  ])('P(χ² ≥ %d), %d degrees of freedom: %d', (x, freedom, tail) => {
    expect(chiSquareTail(x, freedom)).toBeCloseTo(tail, 4);
  });

  it('is exp(−x/2) with two degrees of freedom, near and far', () => {
    for (const x of [0.1, 1, 4, 20, 200]) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 9);
    expect(chiSquareTail(0, 5)).toBe(1);
  });
});
