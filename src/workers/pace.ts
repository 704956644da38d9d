/** How far a run is to go, and how fast. */
export interface Pace {
  /** Train until step `until` (null: for ever), at most `stepsPerSecond` (null: no limit). */
  play(now: number, stepsPerSecond: number | null, until: number | null): void;
  /** `count` steps more than what is done or was asked for by `advance` before, as fast as it goes; not where `play` was to end. */
  advance(stepsDone: number, count: number): void;
  stop(): void;
  /** Whether there are steps to do. */
  isMoving(stepsDone: number): boolean;
  /** Steps that may be done at once: as many as are left to do, or the one that its time allows. */
  room(stepsDone: number): number;
  /** Milliseconds until the next step may begin; 0 when it is due. */
  wait(now: number): number;
  /** A step began. */
  took(now: number): void;
}

export function createPace(): Pace {
  /** Step to stop at; null: not moving. */
  let goal: number | null = null;
  let isPlaying = false;
  let period = 0;
  let due = 0;
  return {
    play(now, stepsPerSecond, until) {
      goal = until ?? Number.POSITIVE_INFINITY;
      isPlaying = true;
      period = stepsPerSecond === null ? 0 : 1000 / Math.max(stepsPerSecond, 1e-3);
      due = now;
    },
    advance(stepsDone, count) {
      goal = (goal === null || isPlaying ? stepsDone : Math.max(goal, stepsDone)) + count;
      isPlaying = false;
      period = 0;
    },
    stop() {
      goal = null;
    },
    isMoving: (stepsDone) => goal !== null && stepsDone < goal,
    room: (stepsDone) => (period > 0 ? 1 : Math.max(1, (goal ?? 0) - stepsDone)),
    wait: (now) => Math.max(0, due - now),
    took(now) {
      // A late step may be made good by one early step, never by a burst.
      due = Math.max(due + period, now);
    },
  };
}
