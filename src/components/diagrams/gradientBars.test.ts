import { describe, expect, it } from 'vitest';
import { barDomain, gradientMagnitudes, layoutBars } from './gradientBars.ts';

describe('gradientMagnitudes', () => {
  const values = Float64Array.from([3, 4, 9, 9, -6, 8, 9, 9]);
  const size = { steps: 2, batch: 2 };

  it('takes the norm over the units of one example', () => {
    expect(gradientMagnitudes(values, size, 2, 'norm')).toEqual([5, 10]);
  });

  it('takes one unit without its sign', () => expect(gradientMagnitudes(values, size, 2, 0)).toEqual([3, 6]));
});

describe('layoutBars', () => {
  it('is proportional on a linear axis', () => {
    const values = [0, 1, 4];
    expect(layoutBars(values, 'linear', barDomain(values, 'linear')).map(({ share }) => share)).toEqual([
      0, 0.25, 1,
    ]);
  });

  it('gives a decade the same height everywhere on a log axis', () => {
    const values = [1e-3, 1e-2, 1e-1, 1];
    const shares = layoutBars(values, 'log', [-4, 0]).map(({ share }) => share);
    expect(shares[1]).toBeCloseTo(0.5);
    expect((shares[2] ?? 0) - (shares[1] ?? 0)).toBeCloseTo(0.25);
  });

  it('keeps zero apart from tiny and from broken', () => {
    const values = [0, 1e-300, 1, Number.NaN, Number.POSITIVE_INFINITY];
    const bars = layoutBars(values, 'log', barDomain(values, 'log'));
    expect(bars.map(({ broken }) => broken)).toEqual([false, false, false, true, true]);
    expect(bars[0]?.share).toBe(0);
    expect(bars[1]?.share).toBeGreaterThan(0);
  });

  it('has an axis for nothing but zeros', () => {
    expect(barDomain([0, 0], 'log')).toEqual([-1, 0]);
    expect(layoutBars([0], 'linear', barDomain([0], 'linear'))[0]?.share).toBe(0);
  });
});
