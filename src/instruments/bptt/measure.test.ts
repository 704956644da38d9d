import { expect, it } from 'vitest';
import { type Cost, LENGTHS, measureCosts, plannedCosts, RUNS } from './measure.ts';

const workload = { units: 3, batch: 2 };

it('plans k · B · n_a numbers', () => {
  expect(plannedCosts(workload).map(({ needed }) => needed)).toEqual(LENGTHS.map((k) => k * 6));
});

it('takes the median of its clock, and what the passes kept, for every length', async () => {
  const told: (readonly Cost[])[] = [];
  // Each reading of the clock comes later than the one before by 10, 11, 12 … ms, so every second difference is a time.
  let [now, step] = [0, 9];
  const clock = {
    now: () => {
      step += 1;
      now += step;
      return now;
    },
    rest: async () => {},
  };
  await measureCosts(
    workload,
    clock,
    () => true,
    (costs) => told.push(costs),
  );
  expect(told).toHaveLength(LENGTHS.length);
  (told.at(-1) ?? []).forEach(({ milliseconds, kept, needed }, at) => {
    // One time to find out how often to repeat (once, at these speeds), then the measurements.
    const first = 10 + 2 * (RUNS + 1) * at + 3;
    expect(milliseconds).toBe(first + 2 * Math.floor(RUNS / 2));
    expect(kept).toBe(3 * 8 * needed);
  });
});

it('stops when nobody waits for it any more', async () => {
  const told: unknown[] = [];
  await measureCosts(
    workload,
    { now: () => 0, rest: async () => {} },
    () => false,
    (costs) => told.push(costs),
  );
  expect(told).toEqual([]);
});
