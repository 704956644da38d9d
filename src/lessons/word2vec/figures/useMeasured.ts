import { useEffect, useState } from 'react';
import type { EmbeddingRunState } from '../../../store/embedding-state.ts';

/** How long a run has learnt, and how much it read meanwhile. */
export interface Measured {
  readonly seconds: number;
  readonly words: number;
}

interface Clock extends Measured {
  /** When the last frame was heard, and what was read by then; null: not learning. */
  readonly last: { readonly at: number; readonly read: number } | null;
}

const STOPPED: Clock = { seconds: 0, words: 0, last: null };

/** The clock after a frame: time counts between two frames of a run that learns, or that has just ended. */
export function heard(
  clock: Clock,
  { at, read, isLearning }: { readonly at: number; readonly read: number; readonly isLearning: boolean },
): Clock {
  // Another run, or the same one from its start.
  const { last, seconds, words } = read < (clock.last?.read ?? 0) || read === 0 ? STOPPED : clock;
  const gained = last && read > last.read;
  return {
    seconds: gained ? seconds + (at - last.at) / 1000 : seconds,
    words: gained ? words + read - last.read : words,
    last: isLearning ? { at, read } : null,
  };
}

/** Seconds and words of a run from its seed, as they are heard on the page. */
export function useMeasured(state: EmbeddingRunState | null): Measured {
  const [clock, setClock] = useState(STOPPED);
  const frame = state?.frame ?? null;
  const isLearning = state?.phase === 'playing';
  useEffect(() => {
    const at = performance.now();
    if (!frame) {
      // A short run may be over by its first frame: its time begins when it does.
      setClock({ ...STOPPED, last: isLearning ? { at, read: 0 } : null });
      return;
    }
    setClock((before) => heard(before, { at, read: frame.stats.read, isLearning }));
  }, [frame, isLearning]);
  return clock;
}
