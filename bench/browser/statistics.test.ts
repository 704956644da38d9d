import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread, summarise } from './statistics.ts';

describe('summarise', () => {
  it('takes the middle, in whatever order the samples came', () => {
    expect(summarise([9, 1, 5])).toEqual({ median: 5, quartiles: [3, 7], fastest: 1, runs: 3 });
    expect(summarise([4, 1, 3, 2])).toEqual({ median: 2.5, quartiles: [1.75, 3.25], fastest: 1, runs: 4 });
    expect(summarise([7])).toEqual({ median: 7, quartiles: [7, 7], fastest: 7, runs: 1 });
  });

  it('is not moved by one slow spell', () => {
    expect(summarise([10, 10, 10, 10, 900]).median).toBe(10);
  });

  it('lies between the smallest and the largest, and leaves its samples alone', () => {
    const samples = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(samples, (values) => {
        const before = [...values];
        const { median, quartiles } = summarise(values);
        const order = [Math.min(...values), quartiles[0], median, quartiles[1], Math.max(...values)];
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(values).toEqual(before);
      }),
    );
  });

  it('refuses to sum up nothing', () => {
    expect(() => summarise([])).toThrow(RangeError);
  });
});

describe('spread', () => {
  it('is the distance of the quartiles, as a share of the median', () => {
    expect(spread(summarise([1, 3, 5, 7, 9]))).toBeCloseTo(4 / 5, 12);
    expect(spread(summarise([2, 2, 2]))).toBe(0);
  });
});
