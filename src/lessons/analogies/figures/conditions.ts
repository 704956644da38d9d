import { isQueryWord } from '../../../instruments/analogy/AnswerTable.tsx';
import type { Analogy } from '../../../instruments/analogy/useAnalogy.ts';

/** With nothing left out, the best answer is a word that is not in the question. */
export function isHonest({ answer, question }: Pick<Analogy, 'answer' | 'question'>): boolean {
  const best = answer?.hits[0];
  return question !== null && best !== undefined && !question.exclude && !isQueryWord(best.word, question);
}
