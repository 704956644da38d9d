import type { Frame, LossPoint } from '../workers/protocol.ts';

/** What a run shows of one moment; parameters and probe belong together, and nothing here changes afterwards. */
export interface ShownFrame
  extends Pick<Frame, 'stats' | 'probe' | 'playing' | 'stepsPerSecond' | 'heldOut'> {
  readonly parameters: Float64Array;
  /** Every step since the last shown frame (thinned). */
  readonly points: readonly LossPoint[];
}

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
export interface FrameThrottle {
  /** Copies the frame's parameters: its buffer goes back to the worker when this returns. */
  receive(frame: Frame): void;
  clear(): void;
}

/** Shows the latest frame at most every `intervalMs`; one that says that training stopped is shown at once. */
export function createFrameThrottle(
  show: (frame: ShownFrame) => void,
  time: Time = PAGE_TIME,
  intervalMs = 100,
): FrameThrottle {
  let shownAt = Number.NEGATIVE_INFINITY;
  let waiting: ShownFrame | null = null;
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

/** The frame as it may be kept. What was never shown is overwritten, its points are not lost. */
function take(
  { stats, probe, playing, stepsPerSecond, curve, heldOut: fresh, parameters }: Frame,
  before: ShownFrame | null,
) {
  const values = new Float64Array(parameters);
  const isSame = before?.parameters.length === values.length;
  const copy = isSame ? before.parameters : new Float64Array(values.length);
  copy.set(values);
  const points = before ? [...before.points, ...curve] : curve;
  const heldOut = before ? [...before.heldOut, ...fresh] : fresh;
  return { stats, probe, playing, stepsPerSecond, heldOut, parameters: copy, points };
}
