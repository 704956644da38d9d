import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { farthest, faultOf, reachOf } from './axis-words.ts';

const words = [0.3, -0.5, Number.NaN, 0.1, 0.7].map((x, i) => ({ word: `w${i}`, at: [x, -x] }));

describe('words along an axis', () => {
  it('are found at either end, the outermost first; what has no place is left out', () => {
    const names = (axis: number) => {
      const { low, high } = farthest(words, axis, 2);
      return [low, high].map((list) => list.map(({ word }) => word));
    };
    expect(names(0)).toEqual([
      ['w1', 'w3'],
      ['w4', 'w0'],
    ]);
    expect(names(1)).toEqual([
      ['w4', 'w0'],
      ['w1', 'w3'],
    ]);
  });

  it('all lie within the reach, which is no wider than a tenth more', () => {
    const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 1 }), (at) => {
        const reach = reachOf([{ word: 'a', at }]);
        const most = Math.max(...at.map(Math.abs));
        expect(reach).toBeGreaterThanOrEqual(most - 1e-9);
        expect(reach).toBeLessThanOrEqual(Math.max(0.1, most + 0.1 + 1e-9));
      }),
    );
  });
});

describe('faultOf', () => {
  it('wants words at both ends, and others at one than at the other', () => {
    expect(faultOf({ from: [], to: ['a'] })).toBe('needs');
    expect(faultOf({ from: ['a', 'b'], to: ['b', 'a'] })).toBe('zero');
    expect(faultOf({ from: ['a'], to: ['b'] })).toBeNull();
  });
});
