import { expect, it } from 'vitest';
import { timeBefore } from './figureValues.ts';

const times = (...all: readonly number[]) => all.map((time) => ({ text: 'a', known: true, time }));

it('before a sequence is time 0, before a stretch the step before it, before a backward chain step T + 1', () => {
  expect(timeBefore([{ text: 'a', known: true }])).toBe(0);
  expect(timeBefore(times(34, 35, 36))).toBe(33);
  expect(timeBefore(times(34))).toBe(33);
  expect(timeBefore(times(3, 2, 1))).toBe(4);
  expect(timeBefore(times(1))).toBe(2);
});
