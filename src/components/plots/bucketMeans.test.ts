import { expect, it } from 'vitest';
import { bucketMeans } from './bucketMeans.ts';

it('means of equal stretches, by hand', () => {
  expect([...bucketMeans([1, 3, 5, 7, 9, 11], 3)]).toEqual([2, 6, 10]);
  expect([...bucketMeans([1, 2, 3, 4, 5], 2)]).toEqual([1.5, 4]);
});

it('draws out what is shorter, and has nothing of nothing', () => {
  expect([...bucketMeans([4, 8], 4)]).toEqual([4, 4, 8, 8]);
  expect(bucketMeans([], 4)).toHaveLength(0);
});

it('leaves out what is not known', () => {
  expect([...bucketMeans([Number.NaN, 3, Number.NaN, Number.NaN], 2)]).toEqual([3, Number.NaN]);
});
