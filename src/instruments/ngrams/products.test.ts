import { expect, it } from 'vitest';
import { uniformModel } from '../../models/ngram/model.ts';
import { logCurve, productsOf, zeroAt } from './products.ts';

const text = new Int32Array(1000).fill(3);

it('of tenths leave the range after 324 and 46 factors; their logarithms do not', () => {
  const products = productsOf(uniformModel(10), text, 800);
  // 10⁻³²³ is still twice the least number of 64 bits, 10⁻⁴⁵ seven tenths of the least of 32 bits: rounded up.
  expect(zeroAt(products.doubles)).toBe(324);
  expect(zeroAt(products.singles)).toBe(46);
  expect(products.logs[800]).toBeCloseTo(-800, 9);
});

it('are drawn up to where they are 0', () => {
  const { x, y, length } = logCurve([1, 0.1, 0.01, 0, 0]);
  expect(length).toBe(3);
  expect([...x]).toEqual([0, 1, 2]);
  for (const i of [0, 1, 2]) expect(y[i]).toBeCloseTo(-i, 14);
});

it('have no factor for the first token, and no more than there are', () => {
  expect(productsOf(uniformModel(10), text.slice(0, 5), 800).logs).toHaveLength(5);
  expect([...productsOf(uniformModel(10), new Int32Array(0), 800).doubles]).toEqual([1]);
  expect(zeroAt([1, 0.5])).toBeNull();
});
