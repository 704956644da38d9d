import { expect, it } from 'vitest';
import { splinePieces, splineResponse, splineValues } from './b-spline.ts';

it('knows the cubic spline', () => {
  const expected = [
    [0, 0, 0, 1 / 6],
    [1 / 6, 0.5, 0.5, -0.5],
    [2 / 3, 0, -1, 0.5],
    [1 / 6, -0.5, 0.5, -1 / 6],
  ];
  splinePieces(4).forEach((piece, j) => {
    piece.forEach((coefficient, power) => {
      expect(coefficient).toBeCloseTo(expected[j]?.[power] ?? Number.NaN, 14);
    });
  });
  expect(splineValues(4).map((value) => value * 6)).toEqual([1, 4, 1]);
});

it.each([2, 4, 6, 8])('order %i: weights sum to 1 and have their middle at the point', (order) => {
  for (const t of [0, 0.3, 0.9]) {
    const weights = splinePieces(order)
      .reverse()
      .map((piece) => piece.reduce((sum, coefficient, power) => sum + coefficient * t ** power, 0));
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(weights.reduce((sum, w, node) => sum + w * node, 0)).toBeCloseTo(order / 2 - 1 + t, 12);
  }
  expect(splineResponse(order, 0)).toBeCloseTo(1, 12);
});
