import { type Clock, markClock, secondsAt, truncateClock } from './run-clock.ts';

/** Takes the time that a run trains. */
export interface Stopwatch {
  /** Looks at a run: the step that it shows (null: none yet), and whether it trains from now on. Its clock, up to that step. */
  look(step: number | null, isPlaying: boolean): Clock;
}

/** Goes on from `clock`. Only time between two looks counts of which the first said that the run trains. */
export function createStopwatch(begun: Clock, now: () => number): Stopwatch {
  let clock = begun;
  let seconds = clock.seconds.at(-1) ?? 0;
  /** When it was looked at last while it trained; null: it was at rest. */
  let since: number | null = null;
  return {
    look(step, isPlaying) {
      const at = now();
      if (since !== null) seconds += (at - since) / 1000;
      since = isPlaying ? at : null;
      if (step === null) return clock;
      if (step < (clock.steps.at(-1) ?? 0)) {
        clock = truncateClock(clock, step);
        seconds = secondsAt(clock, step) || 0;
      } else if (step > 0) clock = markClock(clock, step, seconds);
      return clock;
    },
  };
}
