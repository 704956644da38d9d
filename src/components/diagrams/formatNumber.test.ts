import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBoxed, formatFixed, formatMagnitude, formatPower, formatSigned } from './formatNumber.ts';

describe('formatBoxed', () => {
  it.each([
    [0.966, '0.97'],
    [-0.319, '−0.32'],
    [-0.001, '0.00'],
    [9.996, '10.0'],
    [-12.34, '−12.3'],
    [-345.6, '−346'],
    [-999.6, '−1e3'],
    [1234567, '1e6'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d is %s', (value, text) => expect(formatBoxed(value)).toBe(text));

  it('fits into five characters below 1e99', () => {
    fc.assert(
      fc.property(fc.double({ min: -9e98, max: 9e98, noNaN: true }), (value) => {
        expect(formatBoxed(value).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('formatSigned and formatMagnitude', () => {
  it('shows the sign of what is not zero', () => {
    expect([0.5, -0.5, 0].map((value) => formatSigned(value))).toEqual(['+0.50', '−0.50', '0.00']);
    expect(formatFixed(-1.005, 1)).toBe('−1.0');
    expect(formatFixed(-1e12)).toBe('−1.00e12');
  });

  it('prints decades', () => {
    expect([0.0061, 1, 0, Number.POSITIVE_INFINITY].map(formatMagnitude)).toEqual([
      '6e−3',
      '1e+0',
      '0',
      '+∞',
    ]);
  });
});

it.each([
  [-0.0000123, 3, '−1.230e−5'],
  [4, 0, '4e+0'],
])('formatPower writes %d as a power of ten', (value, digits, text) => {
  expect(formatPower(value, digits)).toBe(text);
});
