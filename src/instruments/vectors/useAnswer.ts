import { useEffect, useState } from 'react';
import type { VectorAnswers, VectorQuestion, VectorSet } from '../../store/vectors-state.ts';

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
    let isWanted = true;
    const asked = set.ask(question, (done, total) => isWanted && setProgress({ key, done, total }));
    const settle = (answer: Found<Question>['answer'], failed: string | null) => {
      if (isWanted) setFound({ key, set: set.info.id, answer, question, failed });
    };
    asked.answer.then(
      (answer) => answer && settle(answer, null),
      (error: unknown) => settle(null, error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isWanted = false;
      asked.cancel();
    };
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
