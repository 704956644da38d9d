import { describe, expect, it } from 'vitest';
import { centralDifference, relativeDifference } from './finite-difference.ts';

const cube = (at: Float64Array) => at[1]! ** 3;

describe('centralDifference', () => {
  it('of a cube is 3x² + h², exactly its truncation error', () => {
    const at = Float64Array.of(7, 2);
    expect(centralDifference(cube, at, 1, 0.5)).toBeCloseTo(12 + 0.25, 12);
    expect(centralDifference(cube, at, 1, 1e-4)).toBeCloseTo(12, 7);
    expect([...at]).toEqual([7, 2]);
  });

  it('drowns in rounding when h is too small', () => {
    const error = (h: number) => Math.abs(centralDifference(cube, Float64Array.of(0, 2), 1, h) - 12);
    expect(error(1e-13)).toBeGreaterThan(error(1e-5));
    expect(error(1e-1)).toBeGreaterThan(error(1e-5));
  });

  it('is NaN for a parameter that is not there', () => {
    expect(centralDifference((p) => p[9] ?? Number.NaN, Float64Array.of(1), 9, 0.1)).toBeNaN();
  });
});

describe('relativeDifference', () => {
  it('is relative to the larger, and 0 for equals', () => {
    expect(relativeDifference(1, -1)).toBe(2);
    expect(relativeDifference(0, 0)).toBe(0);
    expect(relativeDifference(0, 3)).toBe(1);
  });
});
