import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import {
  centreAgreement,
  clusterAgreement,
  correlation,
  extremes,
  neutraliseAll,
  positiveNeighbours,
} from './bias-left.ts';

const draw = createRandom(3);

/** Words about two places that differ in dimension 1, and, by much less, in dimension 0. */
function twoGroups(count: number, d: number, apart: number): Float32Array {
  const rows = Array.from({ length: 2 * count }, (_, i) => {
    const side = i < count ? -1 : 1;
    const row = Array.from({ length: d }, (_, k) => 0.2 * draw.normal() + (k < 2 ? side * apart : 0));
    return row.map((x) => x / Math.hypot(...row));
  });
  return Float32Array.from(rows.flat());
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('what is left', () => {
  it('is all of a difference that lies in another direction too', () => {
    const units = twoGroups(40, 8, 1);
    const g = Float64Array.from({ length: 8 }, (_, k) => Number(k === 0));
    const neutral = neutraliseAll(units, 8, g);
    expect(neutral.filter((_, i) => i % 8 === 0).every((x) => Math.abs(x) < 1e-7)).toBe(true);
    expect(clusterAgreement(neutral, 8, numbers(0, 40), numbers(40, 80))).toBe(1);
    expect(centreAgreement(neutral, 8, numbers(0, 40), numbers(40, 80))).toBe(1);
  });

  it('is about chance where there was no other', () => {
    const units = twoGroups(200, 20, 0);
    expect(clusterAgreement(units, 20, numbers(0, 200), numbers(200, 400))).toBeLessThan(0.62);
    expect(Math.abs(centreAgreement(units, 20, numbers(0, 200), numbers(200, 400)) - 0.5)).toBeLessThan(0.1);
    expect(clusterAgreement(units, 20, [], [1])).toBe(0);
    expect(centreAgreement(units, 20, [], [])).toBe(0);
  });

  it('counts on which side the neighbours were', () => {
    // Ten words on a circle, the first half of it positive.
    const units = Float32Array.from(numbers(0, 10).flatMap((i) => [Math.cos(i / 2), Math.sin(i / 2)]));
    const along = numbers(0, 10).map((i) => (i < 5 ? 1 : -1));
    expect(positiveNeighbours(units, 2, 1, along, 3)).toBe(1);
    expect(positiveNeighbours(units, 2, 4, along, 4)).toBe(0.5);
    expect(positiveNeighbours(units, 2, 4, along, 2, (i) => i > 4)).toBe(1);
  });
});

it('extremes are the farthest on either side', () => {
  const along = [0.1, -0.5, 0.3, 0.9, -0.2, 0];
  expect(extremes(along, 2, (i) => i === 3)).toEqual({ negative: [1, 4], positive: [2, 0] });
  expect(extremes([1, 2], 3, () => false)).toEqual({ negative: [], positive: [1, 0] });
});

it('correlation is ±1 on a line, and a number where nothing varies', () => {
  expect(correlation([1, 2, 3], [5, 7, 9])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(correlation([1, 1], [2, 3])).toBe(0);
  // By hand: means 2 and 2, products 0, squares 2 and 2.
  expect(correlation([1, 2, 3], [2, 1, 3])).toBeCloseTo(0.5, 12);
});
