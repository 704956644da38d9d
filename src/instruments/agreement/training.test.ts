import { expect, it } from 'vitest';
import { WAITING } from './queue.ts';
import { accuracyNow, learningCurve } from './training.ts';

it('averages the batches so far; there is nothing before the first', () => {
  expect(accuracyNow(undefined)).toBeNull();
  expect(accuracyNow(WAITING)).toBeNull();
  const state = { ...WAITING, steps: Float64Array.of(1, 2, 3), accuracy: Float64Array.of(0.5, 1, 0.75) };
  expect([...learningCurve(state).y]).toEqual([0.5, 0.75, 0.75]);
  expect(accuracyNow(state)).toBe(0.75);
});
