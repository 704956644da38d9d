import { expect, it } from 'vitest';
import { productCost, sumAfter } from './lookup.ts';

const rows = { words: ['a', 'b', 'c'], shown: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6) };

it('the sum is nothing before the row, and the row from then on', () => {
  expect([0, 1, 2, 3].map((step) => [...sumAfter(rows, 1, step)])).toEqual([
    [0, 0],
    [0, 0],
    [3, 4],
    [3, 4],
  ]);
  expect([...sumAfter(rows, 2, 9)]).toEqual([5, 6]);
});

it('all but one row of the work is by 0', () => {
  expect(productCost(10_000, 300)).toEqual({ all: 3_000_000, needed: 300 });
});
