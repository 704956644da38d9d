import { expect, it } from 'vitest';
import { holdSteps, releaseSteps, stepsFrom } from './holds.ts';

it('holds steps of one unit at one value, and lets them go again', () => {
  const rows = holdSteps([[2, 1, 0.5]], stepsFrom(1, 4), 0, 0.254);
  expect(rows).toEqual([
    [2, 1, 0.5],
    [1, 0, 0.25],
    [2, 0, 0.25],
    [3, 0, 0.25],
  ]);
  expect(holdSteps(rows, [2], 0, 3)).toContainEqual([2, 0, 1]);
  expect(holdSteps(rows, [2], 0, 3)).toHaveLength(4);
  expect(releaseSteps(rows, stepsFrom(0, 99), 0)).toEqual([[2, 1, 0.5]]);
  expect(stepsFrom(4, 4)).toEqual([]);
});
