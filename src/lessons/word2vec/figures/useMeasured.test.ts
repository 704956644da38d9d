import { describe, expect, it } from 'vitest';
import { heard } from './useMeasured.ts';

type Clock = Parameters<typeof heard>[0];
const NEW: Clock = { seconds: 0, words: 0, last: null };
const frame = (at: number, read: number, isLearning = true) => ({ at, read, isLearning });

describe('the clock of a run', () => {
  it('counts time and words between frames, and neither while the run rests', () => {
    let clock = heard(NEW, frame(5000, 0));
    clock = heard(clock, frame(6000, 300));
    clock = heard(clock, frame(6500, 400, false));
    expect(clock).toEqual({ seconds: 1.5, words: 400, last: null });
    clock = heard(clock, frame(60_000, 400));
    clock = heard(clock, frame(61_000, 900));
    expect(clock.seconds).toBe(2.5);
    expect(clock.words).toBe(900);
  });

  it('begins anew with the run', () => {
    const clock = heard({ seconds: 9, words: 900, last: { at: 1000, read: 900 } }, frame(2000, 0));
    expect(clock).toEqual({ seconds: 0, words: 0, last: { at: 2000, read: 0 } });
  });
});
