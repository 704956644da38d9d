import { describe, expect, it } from 'vitest';
import { formatGradient, formatLong, formatSmall } from './numbers.ts';

describe('formatSmall', () => {
  it.each([
    [0, '0.00'],
    [0.4213, '0.42'],
    [-0.0194, '−0.02'],
    [-0.000312, '−3e−4'],
    [12.34, '12.3'],
    [Number.NaN, 'NaN'],
  ])('%d is %s', (value, said) => {
    expect(formatSmall(value)).toBe(said);
    expect(formatSmall(value).length).toBeLessThanOrEqual(5);
  });
});

it('formatGradient keeps three digits at any size', () => {
  expect([0, 0.04213, -1.234e-5, 4321].map(formatGradient)).toEqual(['0', '0.0421', '−1.23e−5', '4.32e3']);
});

it('formatLong keeps nine', () => {
  expect([0.0123456789, -1.23456789e-7].map(formatLong)).toEqual(['0.0123456789', '−1.23456789e−7']);
});
