import { describe, expect, it } from 'vitest';
import { formatBytes, formatWhole } from './Num.tsx';

describe('formatBytes', () => {
  it.each<[number, number, string]>([
    [4, 3, '4 B'],
    [999, 3, '999 B'],
    [1000, 3, '1 kB'],
    [40_000, 3, '40 kB'],
    [4_000_000, 3, '4 MB'],
    [200_000_000_000, 3, '200 GB'],
    [1_234_567, 3, '1.23 MB'],
    [5e18, 2, '5,000 PB'],
  ])('%d to %d digits is %s', (bytes, digits, text) => {
    expect(formatBytes(bytes, digits, 'en')).toBe(text);
  });
});

it.each([
  [1234567.4, '1,234,567'],
  [-8, '−8'],
  [0, '0'],
])('formatWhole of %d is %s', (value, text) => {
  expect(formatWhole(value, 'en')).toBe(text);
});
