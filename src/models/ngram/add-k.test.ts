import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addK } from './add-k.ts';
import { countNgrams } from './counts.ts';

const [A, B, C, S] = [0, 1, 2, 3];
const counts = countNgrams(
  [
    [A, B],
    [A, B],
    [A, C],
  ],
  { order: 2, vocabulary: 3, start: true },
);

describe('by hand', () => {
  it('k = 0 is the share of the count', () => {
    const { probability } = addK(counts, 0);
    expect(probability([A], B)).toBe(2 / 3);
    expect(probability([S], A)).toBe(1);
    expect(probability([A], A)).toBe(0);
    expect(probability([B], A)).toBeNaN();
  });

  it('k = 1 takes every pair to have been seen once more', () => {
    const { probability, explain } = addK(counts, 1);
    expect(probability([A], B)).toBe(3 / 6);
    expect(probability([A], A)).toBe(1 / 6);
    expect(probability([B], A)).toBe(1 / 3);
    expect(explain([C, A], B)).toMatchObject([{ n: 2, count: 2, total: 3, kinds: 2, own: 0.5 }]);
  });

  it('a shorter order looks at less', () => {
    expect(addK(counts, 0, 1).probability([C], A)).toBe(3 / 6);
  });
});

it('sums to 1 for any k above 0 and any context', () => {
  const numbers = fc.double({ min: 1e-3, max: 100, noNaN: true });
  fc.assert(
    fc.property(numbers, fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }), (k, context) => {
      expect(
        addK(counts, k)
          .distribution(context)
          .reduce((sum, p) => sum + p, 0),
      ).toBeCloseTo(1, 12);
    }),
  );
});

it('refuses a negative k', () => {
  expect(() => addK(counts, -1)).toThrow(RangeError);
  expect(() => addK(counts, Number.NaN)).toThrow(RangeError);
});
