import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../models/random.ts';
import { drawReach } from '../../../models/word2vec/windows.ts';
import { keptShare, pairCount, reachShare } from './facts.ts';

describe('facts of the lesson', () => {
  it('counts pairs: two a gap within the window', () => {
    expect(pairCount(8, 2)).toBe(2 * 7 + 2 * 6);
    expect(pairCount(1, 5)).toBe(0);
  });

  it('has the chance of a distance that drawing gives', () => {
    const random = createRandom(4);
    const reaches = Array.from({ length: 20_000 }, () => drawReach({ window: 5, shrink: true }, random));
    for (const distance of [1, 3, 5]) {
      const share = reaches.filter((reach) => reach >= distance).length / reaches.length;
      // Four standard deviations.
      expect(Math.abs(share - reachShare(distance, 5))).toBeLessThanOrEqual(4 * Math.sqrt(0.25 / 20_000));
    }
  });

  it('keeps rare words always, and frequent ones seldom', () => {
    expect(keptShare(0.0005)).toBe(1);
    expect(keptShare(0.04)).toBeCloseTo(Math.sqrt(0.001 / 0.04) + 0.001 / 0.04, 12);
  });
});
