import { useEffect, useState } from 'react';
import { useAnswer } from '../../../instruments/vectors/useAnswer.ts';
import type { VectorSet } from '../../../store/vectors-state.ts';
import { findLeft, type Left } from './left.ts';
import { type LeftSettings, LOOKED_AT } from './settings.ts';
import { useAxis } from './useAxis.ts';
import { OCCUPATIONS, PAIRS } from './word-lists.ts';

/** Milliseconds of work between two chances to draw. */
const SLICE_MS = 12;
const NONE: readonly string[] = [];
const ASKED = OCCUPATIONS.split(' ');

/** Runs work to its end, a little at a time; the result ends it early. */
function runSliced<T>(work: Generator<void, T>, done: (result: T) => void): () => void {
  let timer = 0;
  const go = () => {
    const until = performance.now() + SLICE_MS;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    if (step.done) done(step.value);
    else timer = window.setTimeout(go);
  };
  timer = window.setTimeout(go);
  return () => window.clearTimeout(timer);
}

export interface LeftNow {
  /** The last one computed. */
  readonly left: Left | null;
  /** It is not that of the present settings. */
  readonly isOld: boolean;
}

/** What is left of the direction in the most frequent words, once they are near the screen and computed. */
export function useLeft(set: VectorSet | null, { direction, most }: LeftSettings): LeftNow {
  const { axis } = useAxis(set, PAIRS[direction], NONE);
  const { answer: rows } = useAnswer(set, { kind: 'rows', words: null, first: LOOKED_AT, centred: false });
  const [found, setFound] = useState<{
    readonly left: Left;
    readonly of: unknown;
    readonly most: number;
  } | null>(null);
  const result = axis?.result;
  useEffect(() => {
    if (!rows || !result?.ok) return;
    return runSliced(findLeft(rows, result.direction, most, ASKED), (left) =>
      setFound({ left, of: result, most }),
    );
  }, [rows, result, most]);
  return { left: found?.left ?? null, isOld: found?.of !== result || found?.most !== most };
}
