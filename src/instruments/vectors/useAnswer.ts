import { useEffect, useState } from 'react';
import type { VectorAnswers, VectorQuestion, VectorSet } from '../../store/vectors-state.ts';
import { ask } from './ask.ts';

/** What a set says to a question. */
export interface Answered<Question extends VectorQuestion> {
  /** The last answer there was, until the next one comes; null: none yet, or no question. */
  readonly answer: VectorAnswers[Question['kind']] | null;
  /** What `answer` answers. */
  readonly question: Question | null;
  /** The present question is not answered yet. */
  readonly pending: boolean;
  /** How far a long question is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** What the worker failed at. */
  readonly failed: string | null;
}

interface Found<Question extends VectorQuestion> {
  readonly key: string;
  readonly set: string;
  readonly answer: VectorAnswers[Question['kind']] | null;
  readonly question: Question;
  readonly failed: string | null;
}

interface Progress {
  readonly key: string;
  readonly done: number;
  readonly total: number;
}

/**
 * Asks the set, and again when the question is another one (equal ones, made anew with every drawing, ask nothing) or the set is. The
 * latest question wins: the one before is taken back, and its answer, should it come, is dropped.
 */
export function useAnswer<Question extends VectorQuestion>(
  set: VectorSet | null,
  question: Question | null,
): Answered<Question> {
  const [found, setFound] = useState<Found<Question> | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const key = set && question ? JSON.stringify([set.info.id, set.isPartial, question]) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question.
  useEffect(() => {
    if (!set || !question || key === null) return;
    return ask(set, question, {
      onAnswer: (answer) => setFound({ key, set: set.info.id, answer, question, failed: null }),
      onFailure: (failed) => setFound({ key, set: set.info.id, answer: null, question, failed }),
      onProgress: (done, total) => setProgress({ key, done, total }),
    });
  }, [set, key]);
  const isOfSet = found !== null && key !== null && found.set === set?.info.id;
  return {
    answer: isOfSet ? found.answer : null,
    question: isOfSet ? found.question : null,
    pending: key !== null && found?.key !== key,
    progress: progress?.key === key ? progress : null,
    failed: isOfSet && found.key === key ? found.failed : null,
  };
}
