import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFloat32 } from './format-float32.ts';

describe('a 32-bit number in digits', () => {
  it('is the same number when it is read', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.fround(Number(formatFloat32(value)))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[number, string]>([
    [0, '0'],
    [-0, '-0'],
    [0.1, '0.1'],
    [1 / 3, '0.33333334'],
    [-3.4028235e38, '-3.4028235e+38'],
    [1e-45, '1e-45'],
    [16_777_216, '16777216'],
    [-1.4532415, '-1.4532415'],
  ])('has no more digits than it needs: %d', (value, text) => {
    expect(formatFloat32(Math.fround(value))).toBe(text);
  });
});
