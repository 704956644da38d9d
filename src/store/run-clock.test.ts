import { describe, expect, it } from 'vitest';
import { type Clock, markClock, NO_CLOCK, secondsAt, truncateClock } from './run-clock.ts';

const marked = (...marks: readonly (readonly [number, number])[]): Clock =>
  marks.reduce<Clock>((clock, [step, seconds]) => markClock(clock, step, seconds), NO_CLOCK);

describe('time behind a step', () => {
  const clock = marked([10, 2], [20, 6]);
  it.each([
    [0, 0],
    [5, 1],
    [10, 2],
    [15, 4],
    [20, 6],
  ])('step %i: %f s', (step, seconds) => {
    expect(secondsAt(clock, step)).toBe(seconds);
  });

  it('is not known beyond the last mark', () => {
    expect(secondsAt(clock, 21)).toBeNaN();
    expect(secondsAt(NO_CLOCK, 1)).toBeNaN();
  });
});

it('a step that was marked is not marked again', () => {
  const clock = marked([10, 2]);
  expect(markClock(clock, 10, 9)).toBe(clock);
});

it('of very many marks some go, and time at a steady pace stays what it was', () => {
  const clock = marked(...Array.from({ length: 5000 }, (_, i) => [i + 1, (i + 1) / 4] as const));
  expect(clock.steps.length).toBeLessThanOrEqual(400);
  expect(clock.steps.at(-1)).toBe(5000);
  for (const step of [1, 777, 2500, 4999]) expect(secondsAt(clock, step)).toBeCloseTo(step / 4, 9);
});

it('goes back with a run', () => {
  const clock = truncateClock(marked([10, 2], [20, 6]), 15);
  expect(clock).toEqual({ steps: [10, 15], seconds: [2, 4] });
  expect(truncateClock(clock, 99)).toBe(clock);
});
