/** A stopwatch without a watch: whoever asks says what time it is (ms since any fixed moment). */
export interface Clock {
  /** When it was last started; null: it rests. */
  readonly since: number | null;
  /** What ran up before that, in ms. */
  readonly before: number;
}

export const STOPPED: Clock = { since: null, before: 0 };

export const elapsed = ({ since, before }: Clock, now: number): number =>
  before + (since === null ? 0 : Math.max(0, now - since));

export const startClock = (clock: Clock, now: number): Clock =>
  clock.since === null ? { ...clock, since: now } : clock;

export const pauseClock = (clock: Clock, now: number): Clock => ({
  since: null,
  before: elapsed(clock, now),
});

/** Back to zero; a running clock runs on. */
export const resetClock = (clock: Clock, now: number): Clock => ({
  since: clock.since === null ? null : now,
  before: 0,
});

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 65 000 ms: "1:05"; from an hour on "1:01:05". */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = twoDigits(seconds % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}
