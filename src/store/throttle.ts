export interface Time {
  /** Milliseconds. */
  now(): number;
  after(ms: number, callback: () => void): () => void;
}

export const PAGE_TIME: Time = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Between the worker's frames (one a drawing turn) and React (at most one an interval). */
export interface Throttle<Frame> {
  receive(frame: Frame): void;
  clear(): void;
}

export interface ThrottleOptions<Frame, Shown> {
  /** The frame as it may be kept, and what of one that was never shown is not to be lost. */
  readonly take: (frame: Frame, before: Shown | null) => Shown;
  readonly show: (frame: Shown) => void;
  readonly time?: Time | undefined;
  readonly intervalMs?: number | undefined;
}

/** Shows the latest frame at most every `intervalMs`; one that says that training stopped is shown at once. */
export function createThrottle<Frame extends { readonly playing: boolean }, Shown>(
  options: ThrottleOptions<Frame, Shown>,
): Throttle<Frame> {
  const { take, show, time = PAGE_TIME, intervalMs = 100 } = options;
  let shownAt = Number.NEGATIVE_INFINITY;
  let waiting: Shown | null = null;
  let cancel: (() => void) | null = null;
  const clear = () => {
    cancel?.();
    cancel = null;
    waiting = null;
  };
  const flush = () => {
    const frame = waiting;
    clear();
    if (!frame) return;
    shownAt = time.now();
    show(frame);
  };
  return {
    receive(frame) {
      waiting = take(frame, waiting);
      const wait = frame.playing ? shownAt + intervalMs - time.now() : 0;
      if (wait <= 0) flush();
      else cancel ??= time.after(wait, flush);
    },
    clear,
  };
}
