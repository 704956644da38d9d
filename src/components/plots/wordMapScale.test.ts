import { describe, expect, it } from 'vitest';
import { fitPoints } from './wordMapScale.ts';

describe('fitPoints', () => {
  it('keeps shapes, puts y upwards and stays inside', () => {
    const placed = fitPoints(Float64Array.of(0, 0, 3, 0, 3, 4), 500, 300);
    const side = (i: number, j: number) =>
      Math.hypot(
        (placed[2 * i] ?? NaN) - (placed[2 * j] ?? NaN),
        (placed[2 * i + 1] ?? NaN) - (placed[2 * j + 1] ?? NaN),
      );
    expect(side(0, 2) / side(0, 1)).toBeCloseTo(5 / 3, 12);
    expect(placed[5]).toBeLessThan(placed[3] ?? NaN);
    placed.forEach((value, i) => {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(i % 2 === 0 ? 500 : 300);
    });
  });

  it.each([[[1, 1]], [[2, 2, 2, 2]]])('puts points %j without extent in the middle', (points) => {
    expect([...fitPoints(Float64Array.from(points), 100, 80)].slice(0, 2)).toEqual([50, 40]);
  });

  it('fits points on a line', () => {
    const placed = fitPoints(Float64Array.of(0, 1, 5, 1), 200, 100);
    expect(placed.every(Number.isFinite)).toBe(true);
    expect(placed[1]).toBe(50);
  });
});
