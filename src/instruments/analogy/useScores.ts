import { useMemo } from 'react';
import type { ScoreAnswer, VectorQuestion, VectorSet } from '../../store/vectors-state.ts';
import { type Answered, useAnswer } from '../vectors/useAnswer.ts';
import { type Scored, scoredOf } from './scored.ts';
import type { ScoreSettings } from './settings.ts';

type ScoreQuestion = Extract<VectorQuestion, { readonly kind: 'score' }>;

export interface Scores {
  readonly excluded: Answered<ScoreQuestion>;
  readonly included: Answered<ScoreQuestion>;
  /** Null until both are answered. */
  readonly answer: (Omit<ScoreAnswer, 'categories'> & Scored) | null;
  /** Shares of both, 0 … 1; null: nothing is being scored. */
  readonly share: number | null;
}

const shareOf = ({ progress, pending }: Answered<ScoreQuestion>): number =>
  pending ? (progress ? progress.done / Math.max(1, progress.total) : 0) : 1;

/**
 * Asks the questions twice, with the words of each question left out and with nothing left out.
 * @param questions text of a question file; null: nothing is asked
 */
export function useScores(set: VectorSet | null, questions: string | null, settings: ScoreSettings): Scores {
  const { method, centred, thousands } = settings;
  const candidates = thousands > 0 ? 1000 * thousands : null;
  const question = (exclude: boolean): ScoreQuestion | null =>
    questions === null ? null : { kind: 'score', questions, method, exclude, centred, candidates };
  const excluded = useAnswer<ScoreQuestion>(set, question(true));
  const included = useAnswer<ScoreQuestion>(set, question(false));
  const [left, right] = [excluded.answer, included.answer];
  const answer = useMemo(
    () => (left && right ? { ...left, ms: left.ms + right.ms, ...scoredOf(left, right) } : null),
    [left, right],
  );
  const isPending = excluded.pending || included.pending;
  return {
    excluded,
    included,
    answer,
    share: isPending ? (shareOf(excluded) + shareOf(included)) / 2 : null,
  };
}
