import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellScale } from './cell-scale.ts';

describe('cellScale', () => {
  it('is a round number just above nearly all of the sample', () => {
    expect(cellScale([0.1, -0.3, 0.42])).toBe(0.5);
    expect(cellScale([-2])).toBe(2);
    expect(cellScale([])).toBe(1);
    expect(cellScale([0, Number.NaN])).toBe(1);
  });

  it('holds nine of ten values, and is no more than 2.5 times what it would have to be', () => {
    const value = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 400 }), (sample) => {
        const scale = cellScale(sample);
        const beyond = sample.filter((size) => size > scale * (1 + 1e-9)).length;
        expect(beyond).toBeLessThanOrEqual(0.1 * sample.length + 1);
        expect(sample.filter((size) => size * 2.5 >= scale * (1 - 1e-9)).length).toBeGreaterThan(0);
      }),
    );
  });
});
