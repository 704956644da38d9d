import { describe, expect, it } from 'vitest';
import { smooth } from './smooth.ts';

const columns = (x: readonly number[], y: readonly number[]) => ({
  x: Float64Array.from(x),
  y: Float64Array.from(y),
  length: x.length,
});

describe('the moving average', () => {
  it('begins with the first value, without its bias', () => {
    expect([...smooth(columns([1, 2], [3, 3]), 10).y]).toEqual([3, 3]);
  });

  it('of three by hand, keeping half', () => {
    // Weights 1; 1/2, 1/4 over 3/4; 1/2, 1/4, 1/8 over 7/8.
    const { y } = smooth(columns([1, 2, 3], [1, 4, 8]), 2);
    expect(y[1]).toBeCloseTo((4 / 2 + 1 / 4) / (3 / 4), 12);
    expect(y[2]).toBeCloseTo((8 / 2 + 4 / 4 + 1 / 8) / (7 / 8), 12);
  });

  it('changes nothing over one step', () => {
    expect([...smooth(columns([1, 2, 3], [5, 1, 7]), 1).y]).toEqual([5, 1, 7]);
  });

  it('counts steps, not points: a constant after a gap is all that is left', () => {
    const { y } = smooth(columns([1, 2, 1000], [9, 9, 1]), 20);
    expect(y[2]).toBeCloseTo(1, 9);
  });

  it('leaves out what is not finite', () => {
    const { y } = smooth(columns([1, 2, 3], [2, Number.NaN, 2]), 5);
    expect([...y]).toEqual([2, 2, 2]);
    expect(smooth(columns([1], [Number.NaN]), 5).y[0]).toBeNaN();
  });
});
