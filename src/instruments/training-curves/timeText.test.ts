import { expect, it } from 'vitest';
import { timeText } from './timeText.ts';

it.each([
  [0, '0:00'],
  [9.9, '0:09'],
  [61, '1:01'],
  [3599, '59:59'],
  [3661, '1:01:01'],
  [Number.NaN, '–'],
  [Number.POSITIVE_INFINITY, '–'],
])('%f s reads %s', (seconds, text) => {
  expect(timeText(seconds)).toBe(text);
});
