import { describe, expect, it } from 'vitest';
import { topProbabilities } from './topProbabilities.ts';

describe('topProbabilities', () => {
  const p = [0.1, 0.4, 0.05, 0.4, 0.05];

  it('ranks, and sums what is left to 1', () => {
    const { top, rest, others } = topProbabilities(p, 2, null);
    expect(top.map(({ id }) => id)).toEqual([1, 3]);
    expect(top.reduce((sum, { probability }) => sum + probability, 0) + rest).toBeCloseTo(1);
    expect(others).toBe(3);
  });

  it('shows the target even when it is unlikely', () => {
    expect(topProbabilities(p, 2, 4).top.map(({ id }) => id)).toEqual([1, 3, 4]);
  });
});
