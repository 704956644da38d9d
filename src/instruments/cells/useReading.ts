import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Tokenization, tokenize } from '../../models/text/tokenize.ts';
import { firstTokens } from '../../models/units/gaps.ts';
import type { PassageReading } from '../../models/units/passage.ts';
import type { OpenModel } from '../language/open-model.ts';
import { MOST_TOKENS } from './settings.ts';

export type Read = (text: string) => Promise<PassageReading | null>;

/** A passage cut to what is read of it. */
export interface CutPassage {
  readonly text: string;
  /** Tokens before it was cut. */
  readonly asked: number;
}

/** A reading, and what it was a reading of. */
export interface ReadPassage {
  readonly reading: PassageReading;
  readonly model: OpenModel;
  readonly passage: CutPassage;
}

export interface ReadingState {
  readonly shown: ReadPassage | null;
  readonly phase: 'idle' | 'reading' | 'failed';
  again(): void;
  /** When the last reading ended, and how long it took (ms). */
  readonly pace: { readonly current: { readonly ended: number; readonly milliseconds: number } };
}

/** Between two readings while training goes on, at the least (ms). */
const PAUSE = 3000;
/** And so many times as long as the last one took: reading is to cost training little. */
const RATIO = 5;

export function cutPassage(text: string, task: Tokenization): CutPassage {
  const tokens = tokenize(text, task);
  return { text: firstTokens(text, tokens, task, MOST_TOKENS), asked: tokens.length };
}

/** Whether two moments are of one network: its vocabulary is made once a run. */
const isSame = (a: OpenModel, b: OpenModel): boolean =>
  a.vocabulary.tokens === b.vocabulary.tokens && a.parameters.length === b.parameters.length;

/** Reads whenever it is asked; only the newest reading counts. */
function useReader(model: OpenModel | null, read: Read, passage: CutPassage) {
  const latest = useRef({ model, read, passage, turn: 0, milliseconds: 0, ended: 0 });
  Object.assign(latest.current, { model, read, passage });
  const [shown, setShown] = useState<ReadPassage | null>(null);
  const [phase, setPhase] = useState<ReadingState['phase']>('idle');
  const again = useCallback(() => {
    const now = latest.current;
    if (!now.model || now.passage.text === '') return setPhase('idle');
    const turn = ++now.turn;
    const asked = { model: now.model, passage: now.passage };
    const began = performance.now();
    setPhase('reading');
    const end = (reading: PassageReading | null) => {
      if (turn !== now.turn) return;
      now.ended = performance.now();
      now.milliseconds = now.ended - began;
      if (reading) setShown({ reading, ...asked });
      setPhase(reading ? 'idle' : 'failed');
    };
    now.read(asked.passage.text).then(end, () => end(null));
  }, []);
  useEffect(
    () => () => {
      latest.current.turn++;
    },
    [],
  );
  return { shown, phase, again, pace: latest };
}

/** Reads again when training has gone on, not too often. */
export function useLive(state: ReadingState, step: number | null, live: boolean): void {
  const { shown, phase, again, pace } = state;
  const isStale = shown !== null && step !== null && shown.reading.step !== step;
  useEffect(() => {
    if (!live || !isStale || phase !== 'idle') return;
    const { ended, milliseconds } = pace.current;
    const wait = Math.max(PAUSE, RATIO * milliseconds) - (performance.now() - ended);
    const timer = setTimeout(again, Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [live, isStale, phase, again, pace]);
}

/**
 * What the network does over a passage: read when a network or a passage is new, and when it is asked. `passage` should stay
 * the same object as long as it is the same text.
 */
export function useReading(model: OpenModel | null, read: Read, passage: CutPassage): ReadingState {
  const { shown, phase, again, pace } = useReader(model, read, passage);
  const fits = shown !== null && model !== null && isSame(shown.model, model) ? shown : null;
  const isMissing = model !== null && (fits === null || fits.passage !== passage);
  const tokens = model?.vocabulary.tokens;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new network or passage is read at once; a reading that failed is not tried again by itself.
  useEffect(() => {
    if (isMissing) again();
  }, [tokens, passage, again]);
  return useMemo(() => ({ shown: fits, phase, again, pace }), [fits, phase, again, pace]);
}
