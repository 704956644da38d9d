import { expect, it } from 'vitest';
import { appendHeldOut, truncateHeldOut } from './run-held-out.ts';

const point = (step: number, loss = 1 / (1 + step)) => ({ step, loss });
const points = (...steps: number[]) => steps.map((step) => point(step));

it('appends, and gives the same list back when there is nothing new', () => {
  const before = points(0, 100);
  expect(appendHeldOut(before, points(200, 300))).toEqual(points(0, 100, 200, 300));
  expect(appendHeldOut(before, [])).toBe(before);
});

it('replaces a step that was measured again, with what came after it', () => {
  expect(appendHeldOut(points(0, 100, 200), [point(100, 7)])).toEqual([point(0), point(100, 7)]);
  expect(appendHeldOut(points(0), [point(0, 5), point(0, 7)])).toEqual([point(0, 7)]);
});

it('stays within its limit, in order, with the first point and the newest', () => {
  let all = points();
  for (let step = 0; step < 500; step++) all = [...appendHeldOut(all, points(step), 16)];
  expect(all.length).toBeLessThanOrEqual(16);
  expect(all.length).toBeGreaterThan(6);
  expect(all[0]).toEqual(point(0));
  expect(all.at(-1)).toEqual(point(499));
  expect(all.every(({ step }, i) => i === 0 || step > (all[i - 1]?.step ?? 0))).toBe(true);
});

it('forgets what comes after a step', () => {
  const all = points(0, 10, 20);
  expect(truncateHeldOut(all, 19)).toEqual(points(0, 10));
  expect(truncateHeldOut(all, 20)).toBe(all);
});
