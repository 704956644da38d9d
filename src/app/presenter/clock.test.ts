import { describe, expect, it } from 'vitest';
import { elapsed, formatElapsed, pauseClock, resetClock, STOPPED, startClock } from './clock.ts';

describe('the clock of a talk', () => {
  it('adds up what ran between starts and pauses', () => {
    const first = startClock(STOPPED, 1000);
    expect(elapsed(first, 4000)).toBe(3000);
    const rested = pauseClock(first, 4000);
    expect(elapsed(rested, 9000)).toBe(3000);
    expect(elapsed(startClock(rested, 10_000), 10_500)).toBe(3500);
  });

  it('does not start twice, nor run backwards when the machine’s time is set back', () => {
    const running = startClock(STOPPED, 1000);
    expect(startClock(running, 2000)).toBe(running);
    expect(elapsed(running, 500)).toBe(0);
  });

  it('runs on from zero after a reset, or rests there', () => {
    expect(elapsed(resetClock(startClock(STOPPED, 0), 5000), 6000)).toBe(1000);
    expect(resetClock({ since: null, before: 70 }, 5000)).toEqual(STOPPED);
  });

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [65_000, '1:05'],
    [3_599_000, '59:59'],
    [3_665_000, '1:01:05'],
    [-5, '0:00'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(formatElapsed(milliseconds)).toBe(text);
  });
});
