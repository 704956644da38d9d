import { expect, it } from 'vitest';
import { curveOf, decadesAround, expectedTimes, timesTheTree } from './numbers.ts';

const POINT = { vocabulary: 1024, ms: { full: 2, hierarchical: 0.004 }, depth: 8 };

it('a way’s time over the tree’s', () => {
  expect(timesTheTree(POINT, 'full')).toBeCloseTo(500, 9);
  expect(timesTheTree(POINT, 'batched')).toBeNaN();
  expect(expectedTimes(1024)).toBeCloseTo(102.4, 9);
});

it('curves over V, in either view', () => {
  expect(curveOf([POINT], 'full', 'time')).toEqual([{ x: 1024, y: 2 }]);
  expect(curveOf([POINT], 'full', 'ratio')[0]?.y).toBeCloseTo(500, 9);
  expect(curveOf([POINT], 'negative', 'time')[0]?.y).toBeNaN();
});

it('whole powers of ten around what is there', () => {
  expect(decadesAround([0.004, 2, Number.NaN], [1, 10])).toEqual([0.001, 10]);
  expect(decadesAround([10], [1, 2])).toEqual([10, 100]);
  expect(decadesAround([Number.NaN], [1, 10])).toEqual([1, 10]);
});
