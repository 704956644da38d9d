/** Seconds of training behind optimiser steps, oldest first: how a curve gets an axis of time. Never changed in place. */
export interface Clock {
  readonly steps: readonly number[];
  readonly seconds: readonly number[];
}

export const NO_CLOCK: Clock = { steps: [], seconds: [] };

/** Between two marks time is a straight line: this many are enough for a plot. */
const MOST_MARKS = 400;

/** The clock with one more mark; a mark at or before the last step is none. */
export function markClock(clock: Clock, step: number, seconds: number): Clock {
  if (step <= (clock.steps.at(-1) ?? -1)) return clock;
  const { steps, seconds: times } = clock.steps.length < MOST_MARKS ? clock : everySecond(clock);
  return { steps: [...steps, step], seconds: [...times, seconds] };
}

/** Every second mark, the last one among them. */
function everySecond({ steps, seconds }: Clock): Clock {
  const isKept = (_: number, i: number) => (steps.length - 1 - i) % 2 === 0;
  return { steps: steps.filter(isKept), seconds: seconds.filter(isKept) };
}

/** Seconds of training behind a step: in a straight line between marks, from 0 at step 0. NaN where nothing is known. */
export function secondsAt({ steps, seconds }: Clock, step: number): number {
  if (step <= 0) return 0;
  const after = steps.findIndex((each) => each >= step);
  if (after === -1) return Number.NaN;
  const [from, start] = after === 0 ? [0, 0] : [steps[after - 1] ?? 0, seconds[after - 1] ?? 0];
  const [to, end] = [steps[after] ?? 0, seconds[after] ?? 0];
  return to === from ? end : start + ((end - start) * (step - from)) / (to - from);
}

/** The clock up to a step: a run that goes back forgets the time after it. */
export function truncateClock(clock: Clock, step: number): Clock {
  const kept = clock.steps.filter((each) => each <= step).length;
  if (kept === clock.steps.length) return clock;
  const cut = { steps: clock.steps.slice(0, kept), seconds: clock.seconds.slice(0, kept) };
  return markClock(cut, step, secondsAt(clock, step));
}
