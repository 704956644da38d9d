import { expect, it } from 'vitest';
import { NO_CLOCK } from './run-clock.ts';
import { createStopwatch } from './run-stopwatch.ts';

function timed(begun = NO_CLOCK) {
  let now = 50_000;
  const watch = createStopwatch(begun, () => now);
  return (ms: number, ...[step, playing]: Parameters<typeof watch.look>) => {
    now += ms;
    return watch.look(step, playing);
  };
}

it('counts the time of training, and no rest', () => {
  const after = timed();
  after(9000, 0, true);
  expect(after(1000, 10, true)).toEqual({ steps: [10], seconds: [1] });
  after(500, 12, false);
  expect(after(60_000, 12, true)).toEqual({ steps: [10, 12], seconds: [1, 1.5] });
  expect(after(2000, 30, true).seconds.at(-1)).toBe(3.5);
});

it('goes on where it was left, and back with a run that goes back', () => {
  const after = timed({ steps: [100], seconds: [20] });
  after(0, 100, true);
  expect(after(3000, 130, true).seconds.at(-1)).toBe(23);
  expect(after(0, 115, true)).toEqual({ steps: [100, 115], seconds: [20, 21.5] });
  expect(after(1000, 120, true).seconds.at(-1)).toBe(22.5);
});

it('has nothing to say before there is a step', () => {
  const after = timed();
  expect(after(0, null, true)).toEqual(NO_CLOCK);
  expect(after(100, 0, true)).toEqual(NO_CLOCK);
});
