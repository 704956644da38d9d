import { useMemo } from 'react';
import type { VectorSet } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { type AxisWord, farthest } from './axis-words.ts';
import { alongDirection, type Bias, biasOf } from './bias-words.ts';
import { type AxisEndsFound, COMMON, ENDS } from './useAxes.ts';

export interface BiasAnswer extends AxisEndsFound {
  readonly bias: Bias;
  readonly placed: readonly AxisWord[];
  /** Of the pairs, and of the words to place. */
  readonly missingPairs: readonly string[];
  readonly missing: readonly string[];
  readonly pending: boolean;
  readonly failed: string | null;
}

/** The common direction of pairs, and where words lie along it. Null until something is known. */
export function useBias(
  set: VectorSet,
  pairs: readonly (readonly [string, string])[],
  judged: readonly string[],
  centred: boolean,
): BiasAnswer | null {
  const common = Math.min(COMMON, set.info.words);
  const words = [...new Set(pairs.flat())];
  const ends = useAnswer(set, { kind: 'rows', words, first: 0, centred });
  const placed = useAnswer(set, { kind: 'rows', words: judged, first: 0, centred });
  const first = useAnswer(set, { kind: 'rows', words: null, first: common, centred });
  const bias = useMemo(() => (ends.answer ? biasOf(ends.answer, pairs) : null), [ends.answer, pairs]);
  const direction = bias?.direction ?? null;
  const far = useMemo(() => {
    if (!first.answer || !direction) return [];
    const asked = new Set(pairs.flat());
    const others = alongDirection(first.answer, direction).filter(({ word }) => !asked.has(word));
    return [farthest(others, 0, ENDS)];
  }, [first.answer, direction, pairs]);
  const along = useMemo(
    () => (placed.answer && direction ? alongDirection(placed.answer, direction) : []),
    [placed.answer, direction],
  );
  if (!bias || !ends.answer) return null;
  return {
    bias,
    placed: along,
    ends: far,
    common,
    missingPairs: ends.answer.missing,
    missing: placed.answer?.missing ?? [],
    pending: ends.pending || placed.pending,
    failed: ends.failed ?? placed.failed,
  };
}
