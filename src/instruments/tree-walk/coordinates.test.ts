import { expect, it } from 'vitest';
import { coordinatesOf, isVectorOf } from './coordinates.ts';
import { pathNodes } from './path.ts';

const hidden = Float64Array.of(1, -2, 0.5);
const vector = Float64Array.of(0.2, 0.3, -4);
const [node] = pathNodes([{ node: 7, bit: 1, score: 0.2 - 0.6 - 2, probability: 0.9, product: 0.9 }], hidden);

it('coordinates add up to the score, the largest part first', () => {
  const rows = coordinatesOf(vector, hidden, hidden);
  expect(rows.map(({ i }) => i)).toEqual([2, 1, 0]);
  expect(rows.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(-2.4, 12);
});

it('knows the vector that a score came from', () => {
  if (!node) throw new Error('no node');
  expect(isVectorOf(vector, node, hidden)).toBe(true);
  expect(isVectorOf(Float64Array.of(0.2, 0.3, -3.9), node, hidden)).toBe(false);
  expect(isVectorOf(undefined, node, hidden)).toBe(false);
});
