import { describe, expect, it } from 'vitest';
import { forgetShares, median } from './forgetShares.ts';
import { keptShare } from './kept.ts';

describe('forgetShares', () => {
  it('scatter around σ(b)^T, because untrained weights are small but not zero', () => {
    for (const bias of [0, 1, 3]) {
      const middle = median(forgetShares(bias, 20, 1));
      expect(Math.abs(Math.log10(middle / keptShare(bias, 20)))).toBeLessThan(0.7);
    }
  });

  it('are larger for a larger bias, unit by unit', () => {
    const [low, high] = [forgetShares(0, 20, 5), forgetShares(1, 20, 5)];
    expect(low).toHaveLength(16);
    expect(low.every((share, unit) => share < (high[unit] ?? 0))).toBe(true);
  });
});

describe('median', () => {
  it('is the middle, or half way between the two middle values', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
