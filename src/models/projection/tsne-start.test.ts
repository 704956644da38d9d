import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { componentStart, randomStart } from './tsne-start.ts';

const deviation = (values: ArrayLike<number>, axis: number, m: number) => {
  const along = Array.from(values).filter((_, i) => i % m === axis);
  const mean = along.reduce((a, b) => a + b, 0) / along.length;
  return Math.sqrt(along.reduce((total, x) => total + (x - mean) ** 2, 0) / along.length);
};

describe('componentStart', () => {
  it('keeps the shape, with a standard deviation of 1e-4 along the first axis', () => {
    const scores = [3, 1, -2, 4, -1, -5];
    const start = componentStart(scores, 2, createRandom(1));
    expect(deviation(start, 0, 2)).toBeCloseTo(1e-4, 9);
    start.forEach((value, i) => {
      expect(value / (start[0] ?? Number.NaN)).toBeCloseTo((scores[i] ?? Number.NaN) / 3, 5);
    });
  });

  it.each([
    ['a third axis without extent', [1, 2, 0, -1, 5, 0, 4, -3, 0], [2]],
    ['points that all coincide', [0, 0, 0, 0, 0, 0], [0, 1, 2]],
  ])('%s: noise, far smaller, so that it can grow', (_of, scores, flat) => {
    const start = componentStart(scores, 3, createRandom(1));
    for (const axis of flat) {
      expect(deviation(start, axis, 3)).toBeGreaterThan(0);
      expect(deviation(start, axis, 3)).toBeLessThan(1e-5);
    }
  });
});

it('noise has that deviation too, and comes from its seed', () => {
  const start = randomStart(2000, 3, createRandom(4));
  for (const axis of [0, 1, 2]) expect(deviation(start, axis, 3) / 1e-4).toBeCloseTo(1, 1);
  expect(randomStart(2000, 3, createRandom(4))).toEqual(start);
  expect(randomStart(2000, 3, createRandom(5))).not.toEqual(start);
});
