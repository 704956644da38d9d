/** When the page draws. */
export interface FrameClock {
  request(callback: () => void): number;
  cancel(handle: number): void;
}

const ANIMATION_FRAMES: FrameClock = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** Room for one frame between its arrival and the page's next drawing turn. */
export interface FrameSlot<Frame> {
  receive(frame: Frame): void;
  /** Forgets the frame that waits. */
  clear(): void;
}

/** Latest wins: `draw` gets the newest frame in a drawing turn; every frame, drawn or not, goes to `giveBack` once. */
export function createFrameSlot<Frame>(
  clock: FrameClock = ANIMATION_FRAMES,
  draw: (frame: Frame) => void,
  giveBack: (frame: Frame) => void,
): FrameSlot<Frame> {
  let waiting: Frame | null = null;
  let request: number | null = null;
  const turn = () => {
    const frame = waiting;
    waiting = null;
    request = null;
    if (!frame) return;
    draw(frame);
    giveBack(frame);
  };
  return {
    receive(frame) {
      if (waiting) giveBack(waiting);
      waiting = frame;
      request ??= clock.request(turn);
    },
    clear() {
      waiting = null;
      if (request !== null) clock.cancel(request);
      request = null;
    },
  };
}
