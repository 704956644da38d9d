import { describe, expect, it } from 'vitest';
import { decimate, finiteExtent, nearestIndex } from './curve.ts';

const columns = (y: readonly number[]) => ({
  x: Float64Array.from(y, (_, i) => i * 10),
  y: Float64Array.from(y),
  length: y.length,
});

describe('decimate', () => {
  it('keeps a short series as it is', () => {
    expect(decimate(columns([3, 1, 2]), 10).map(({ y }) => y)).toEqual([3, 1, 2]);
  });

  it('never loses a spike, and stays in order', () => {
    const y = Array.from({ length: 5000 }, (_, i) => Math.sin(i / 50));
    y[2711] = 40;
    y[2712] = -40;
    const points = decimate(columns(y), 100);
    expect(points.length).toBeLessThanOrEqual(200);
    expect(Math.max(...points.map((p) => p.y))).toBe(40);
    expect(Math.min(...points.map((p) => p.y))).toBe(-40);
    expect(points.every((p, i) => i === 0 || p.x > (points[i - 1]?.x ?? 0))).toBe(true);
  });
});

describe('nearestIndex', () => {
  it('finds the nearest of rising x', () => {
    const series = columns([1, 2, 3, 4]);
    expect([-5, 4, 6, 14, 99].map((x) => nearestIndex(series, x))).toEqual([0, 0, 1, 1, 3]);
    expect(nearestIndex(columns([]), 3)).toBe(-1);
  });
});

describe('finiteExtent', () => {
  it('leaves out what is not finite', () => {
    expect(finiteExtent(columns([2, Number.NaN, 5, Number.POSITIVE_INFINITY]))).toEqual([2, 5]);
    expect(finiteExtent(columns([Number.NaN]))).toBeNull();
  });
});
