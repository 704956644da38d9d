import { expect, it } from 'vitest';
import { powers, significant } from './format.ts';

it('prints the digits that count, and powers of ten where there are too many zeros', () => {
  expect([0, 1, 0.00312, 12.3456, -4.5].map((x) => significant(x, 3))).toEqual([
    '0',
    '1',
    '0.00312',
    '12.3',
    '−4.5',
  ]);
  expect(significant(4.2e-12, 3)).toBe('4.20e−12');
  expect(significant(2.7e10, 2)).toBe('2.7e10');
  expect(
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN].map((x) => significant(x, 3)),
  ).toEqual(['∞', '−∞', 'NaN']);
});

it('writes powers of ten for running text', () => {
  expect(powers(4.2e-12, 3)).toBe('4.20 × 10⁻¹²');
  expect(powers(2.7e10, 2)).toBe('2.7 × 10¹⁰');
  expect(powers(0.5, 2)).toBe('0.5');
});
