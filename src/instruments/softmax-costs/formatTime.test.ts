import { expect, it } from 'vitest';
import { formatTime, formatTimes } from './formatTime.ts';

it('microseconds below a millisecond', () => {
  expect(formatTime(0.000744)).toEqual({ unit: 'micro', value: '0.744' });
  expect(formatTime(0.2129)).toEqual({ unit: 'micro', value: '213' });
  expect(formatTime(2.7106)).toEqual({ unit: 'milli', value: '2.71' });
  expect(formatTime(12_345)).toEqual({ unit: 'milli', value: '12345' });
});

it('ratios', () => {
  expect(formatTimes(287.4)).toBe('287');
  expect(formatTimes(8.26)).toBe('8.3');
  expect(formatTimes(0.826)).toBe('0.83');
  expect(formatTimes(Number.NaN)).toBe('–');
});
