import { describe, expect, it } from 'vitest';
import { chiSquare, chiSquareTail } from './chi-square.ts';

describe('chiSquare', () => {
  it('adds up squared misses, each over what was expected', () => {
    const { value, freedom } = chiSquare([30, 20, 50], [0.25, 0.25, 0.5]);
    expect(value).toBeCloseTo(25 / 25 + 25 / 25 + 0, 12);
    expect(freedom).toBe(2);
    expect(chiSquare([3, 0], [1, 0])).toEqual({ value: 0, freedom: 0 });
    expect(chiSquare([0, 0], [0.5, 0.5])).toEqual({ value: 0, freedom: 0 });
  });

  it('takes classes together that are expected fewer than five times', () => {
    // Expected: 90, 7, 2, 1; the last two make 3, and 10 with the next.
    const { value, freedom } = chiSquare([88, 6, 4, 2], [0.9, 0.07, 0.02, 0.01]);
    expect(freedom).toBe(1);
    expect(value).toBeCloseTo(4 / 90 + 4 / 10, 12);
  });
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
