import { useEffect, useState } from 'react';
import type { EmbeddingRun } from '../../store/embedding-state.ts';
import type { WalkPair } from './view.ts';

/** What repeated learning of one pair has done to it. */
export interface Learning {
  /** P before the first press, and after each; empty: none yet. */
  readonly log: readonly number[];
  press(): void;
}

interface Held {
  /** Pair and run that the log belongs to. */
  readonly key: string;
  readonly log: readonly number[];
  /** Presses whose P has not come yet. */
  readonly due: number;
}

/** Presses that are listed. */
const MOST = 12;
const NONE: Held = { key: '', log: [], due: 0 };

interface LearningOptions {
  readonly run: EmbeddingRun | null;
  readonly pair: WalkPair | null;
  readonly words: readonly string[];
  /** P of the pair in the latest frame; null: none. */
  readonly probability: number | null;
  readonly playing: boolean;
  readonly rate: number;
}

/** Learns the chosen pair once a press, with training at rest, and keeps what P was each time. Training begins the log anew. */
export function useLearning(options: LearningOptions): Learning {
  const { run, pair, words, probability, playing, rate } = options;
  const key = pair ? `${pair.context} ${pair.target}` : '';
  const [held, setHeld] = useState(NONE);
  const now = held.key === key ? held : NONE;
  useEffect(() => {
    if (playing && held.due === 0 && held.log.length > 0) setHeld(NONE);
  }, [playing, held]);
  useEffect(() => {
    if (playing || probability === null) return;
    setHeld((before) => {
      const isNew = before.key === key && before.due > 0 && before.log.at(-1) !== probability;
      return isNew ? { key, log: [...before.log, probability].slice(-MOST), due: before.due - 1 } : before;
    });
  }, [playing, probability, key]);
  return {
    log: now.log,
    press() {
      if (!run || !pair || probability === null) return;
      run.pause();
      setHeld((before) => {
        const same = before.key === key ? before : NONE;
        const log = same.log.length > 0 ? same.log : [probability];
        return { key, log, due: same.due + 1 };
      });
      run.learn([words[pair.context] ?? ''], words[pair.target] ?? '', rate);
    },
  };
}
