import type { VectorAnswers, VectorQuestion, VectorSet } from '../../store/vectors-state.ts';

export interface AnswerListener<Question extends VectorQuestion> {
  onAnswer(answer: VectorAnswers[Question['kind']]): void;
  /** What the worker failed at. */
  onFailure(detail: string): void;
  onProgress(done: number, total: number): void;
}

/** Asks a set. The result takes the question back: nothing is heard of it any more. */
export function ask<Question extends VectorQuestion>(
  set: Pick<VectorSet, 'ask'>,
  question: Question,
  listener: AnswerListener<Question>,
): () => void {
  let isWanted = true;
  const asked = set.ask(question, (done, total) => isWanted && listener.onProgress(done, total));
  asked.answer.then(
    (answer) => isWanted && answer && listener.onAnswer(answer),
    (error: unknown) =>
      isWanted && listener.onFailure(error instanceof Error ? error.message : String(error)),
  );
  return () => {
    isWanted = false;
    asked.cancel();
  };
}
