import type { RunClient } from '../workers/client.ts';

/** What the reader wants of a run's movement, and what comes of it. */
export interface Motion {
  play(stepsPerSecond: number | null, until: number | null): void;
  pause(): void;
  step(count: number): void;
  setVisible(visible: boolean): void;
  /** A new client begins: it is told to play if the reader wants it. */
  resume(): void;
  /** Another run takes this one's place: it plays as this one was played, unless it was the reader who stopped that. */
  revive(): void;
  /** A frame says whether its run is playing. */
  heard(playing: boolean): void;
  /** The run is over. */
  stopped(): void;
  /** Whether the run is playing as far as the reader knows: also before its worker has heard of it. */
  isPlaying(): boolean;
}

interface Wish {
  readonly stepsPerSecond: number | null;
  readonly until: number | null;
}

/** A wish is in force at once, and over when the run stops by itself. */
export function createMotion(options: {
  readonly client: () => Pick<RunClient, 'play' | 'pause' | 'step'> | null;
  readonly onChange: (playing: boolean) => void;
}): Motion {
  const { client, onChange } = options;
  let wish: Wish | null = null;
  /** What the run that has stopped by itself was last asked; null: the reader stopped it. */
  let last: Wish | null = null;
  let isVisible = true;
  const isPlaying = () => wish !== null && isVisible;
  const start = () => {
    if (wish && isVisible) client()?.play(wish.stepsPerSecond, wish.until);
  };
  return {
    isPlaying,
    resume: start,
    revive() {
      wish = last;
    },
    play(stepsPerSecond, until) {
      wish = { stepsPerSecond, until };
      last = wish;
      start();
      onChange(isPlaying());
    },
    pause() {
      wish = null;
      last = null;
      client()?.pause();
      onChange(false);
    },
    step(count) {
      wish = null;
      last = null;
      client()?.step(count);
      onChange(false);
    },
    setVisible(visible) {
      if (visible === isVisible) return;
      isVisible = visible;
      if (!wish) return;
      if (visible) start();
      else client()?.pause();
      onChange(isPlaying());
    },
    heard(playing) {
      // At rest because it is off screen: the wish stands.
      if (isVisible && !playing) wish = null;
    },
    stopped() {
      wish = null;
    },
  };
}
