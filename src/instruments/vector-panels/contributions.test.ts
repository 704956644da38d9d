import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionsNeeded, rankContributions } from './contributions.ts';

describe('contributions', () => {
  it('come the largest first, and sum to the whole', () => {
    const parts = fc.float32Array({ noNaN: true, min: -1, max: 1, minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(parts, (values) => {
        const { order, sums } = rankContributions(values);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from(values.keys()));
        const sizes = order.map((at) => Math.abs(values[at] ?? 0));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(sums.at(-1)).toBeCloseTo(
          values.reduce((sum, value) => sum + value, 0),
          10,
        );
      }),
    );
  });

  it('count the dimensions after which the sum stays near the whole', () => {
    // Sums: 0.5, 0.1, 0.4, 0.5, 0.49 of 0.49.
    const ranked = rankContributions([0.5, -0.4, 0.3, 0.1, -0.01]);
    expect(dimensionsNeeded(ranked)).toBe(4);
    expect(dimensionsNeeded(rankContributions([0.3]))).toBe(1);
    expect(dimensionsNeeded(rankContributions([]))).toBe(0);
  });
});
