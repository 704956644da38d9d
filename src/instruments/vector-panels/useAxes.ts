import { useMemo } from 'react';
import type { VectorSet, WordAxis } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { type AxisWord, farthest } from './axis-words.ts';

/** Words among which the ends of an axis are looked for: rare ones lie anywhere. */
export const COMMON = 5000;
/** Words shown at each end. */
export const ENDS = 6;

export interface AxisEndsFound {
  /** Of each axis: the words farthest towards its start, and towards its end. */
  readonly ends: readonly { readonly low: readonly AxisWord[]; readonly high: readonly AxisWord[] }[];
  /** Words of which the ends were taken. */
  readonly common: number;
}

export interface AxesAnswer extends AxisEndsFound {
  readonly placed: readonly AxisWord[];
  readonly missing: readonly string[];
  readonly pending: boolean;
  readonly failed: string | null;
}

/** Where words lie along axes, and which lie farthest out. Null until something is known. */
export function useAxes(
  set: VectorSet,
  axes: readonly WordAxis[] | null,
  words: readonly string[],
  centred: boolean,
): AxesAnswer | null {
  const rows = useAnswer(set, { kind: 'rows', words, first: 0, centred });
  const common = Math.min(COMMON, set.info.words);
  const names = useAnswer(set, { kind: 'words', from: 0, count: common });
  const indices = rows.answer?.indices;
  const first = Math.max(common, ...Array.from(indices ?? [], (index) => index + 1));
  const along = useAnswer(set, axes && indices ? { kind: 'axes', axes, first, centred } : null);
  const { answer, question } = along;
  const found = useMemo(() => {
    if (!answer || !question || !rows.answer || !names.answer) return null;
    const { words: placed, indices: places, missing } = rows.answer;
    const width = question.axes.length;
    const at = (index: number): readonly number[] =>
      Array.from(answer.coordinates.subarray(index * width, (index + 1) * width));
    const asked = new Set(question.axes.flatMap(({ from, to }) => [...from, ...to]));
    const others = names.answer.words
      .map((word, index) => ({ word, at: at(index) }))
      .filter(({ word }) => !asked.has(word));
    return {
      placed: placed
        .map((word, i) => ({ word, index: places[i] ?? -1 }))
        .filter(({ index }) => index >= 0 && index < question.first)
        .map(({ word, index }) => ({ word, at: at(index) })),
      ends: question.axes.map((_, axis) => farthest(others, axis, ENDS)),
      missing: [...new Set([...answer.missing, ...missing])],
    };
  }, [answer, question, rows.answer, names.answer]);
  if (!found) return null;
  const failed = along.failed ?? rows.failed;
  return { ...found, common, pending: along.pending || rows.pending, failed };
}
