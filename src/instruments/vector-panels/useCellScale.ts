import { useMemo } from 'react';
import type { VectorSet } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { cellScale } from './cell-scale.ts';

/** Rows that the scale is taken from: the set's first. */
const SAMPLE = 200;

/** The scale of a set's cells, the same for each of its words; null until it is known. */
export function useCellScale(set: VectorSet): number | null {
  const { answer } = useAnswer(set, { kind: 'rows', words: null, first: SAMPLE, centred: false });
  return useMemo(() => (answer ? cellScale(answer.vectors) : null), [answer]);
}
