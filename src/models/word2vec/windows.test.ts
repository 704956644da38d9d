import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { contextOf, drawReach, pairsOf } from './windows.ts';

describe('contexts', () => {
  it('end where the sentence ends', () => {
    const bounds = { start: 2, end: 8 };
    expect(contextOf(2, 3, bounds)).toEqual([3, 4, 5]);
    expect(contextOf(5, 2, bounds)).toEqual([3, 4, 6, 7]);
    expect(contextOf(7, 9, bounds)).toEqual([2, 3, 4, 5, 6]);
  });

  it('are mutual under one reach: as many pairs one way as the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 8 }), (length, reach) => {
        const pairs = pairsOf(length, () => reach).map(({ centre, context }) => `${centre} ${context}`);
        const turned = pairs.map((pair) => pair.split(' ').reverse().join(' '));
        expect([...turned].sort()).toEqual([...pairs].sort());
        const count = Array.from({ length: reach }, (_, i) => 2 * Math.max(0, length - i - 1));
        expect(pairs).toHaveLength(count.reduce((sum, value) => sum + value, 0));
      }),
    );
  });

  it('shrink evenly: each reach from 1 to the window equally often', () => {
    const random = createRandom(5);
    const found = new Float64Array(6);
    for (let i = 0; i < 10_000; i++) found[drawReach({ window: 5, shrink: true }, random)]!++;
    expect(found[0]).toBe(0);
    const chi = [...found.subarray(1)].reduce((sum, seen) => sum + (seen - 2000) ** 2 / 2000, 0);
    // 0.999 quantile of chi-square with 4 degrees of freedom.
    expect(chi).toBeLessThan(18.47);
    expect(drawReach({ window: 5, shrink: false }, random)).toBe(5);
  });
});
