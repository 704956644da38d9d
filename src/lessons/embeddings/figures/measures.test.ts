import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cosine, distance, oneHot } from './measures.ts';

it('makes any two words equally far: √2 apart, at a right angle', () => {
  const two = fc
    .integer({ min: 2, max: 60 })
    .chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1), fc.nat(n - 1)));
  fc.assert(
    fc.property(two, ([n, i, j]) => {
      fc.pre(i !== j);
      expect(distance(oneHot(i, n), oneHot(j, n))).toBe(Math.SQRT2);
      expect(cosine(oneHot(i, n), oneHot(j, n))).toBe(0);
      expect(cosine(oneHot(i, n), oneHot(i, n))).toBe(1);
    }),
  );
});

it('a cosine does not know how long vectors are; a distance does', () => {
  expect(cosine([3, 4], [6, 8])).toBeCloseTo(1, 12);
  expect(distance([3, 4], [6, 8])).toBe(5);
  expect(cosine([1, 0], [1, 1])).toBeCloseTo(Math.cos(Math.PI / 4), 12);
  expect(cosine([0, 0], [1, 1])).toBeNaN();
});
