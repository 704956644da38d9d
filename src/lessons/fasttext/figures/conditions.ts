import type { UnseenView } from '../../../instruments/subwords/UnseenFigure.tsx';
import type { ClassifierView } from '../../../instruments/text-classifier/ClassifierFigure.tsx';
import { mostProbable } from '../../../instruments/text-classifier/reasons.ts';

/** The word that is to be misspelt. */
export const MISSPELT = 'government';

/** A word that the text does not have lies nearest to the one that it is meant to be. */
export function isRecognised({ settings, state, answer, word }: UnseenView): boolean {
  const words = state?.info?.words ?? [];
  const [first] = answer?.nearest.nearest ?? [];
  const isUnseen = words.length > 0 && !words.includes(word);
  return settings.made === 'ngrams' && isUnseen && first !== undefined && words[first.id] === MISSPELT;
}

/** P from which an answer is a clear one. */
const CLEAR = 0.8;

/** Two opinions that differ by a negation get different labels, both clearly. */
export function isNegated({ settings, answers }: ClassifierView): boolean {
  if (!answers || !settings.data.startsWith('opinions')) return false;
  const [one, other] = answers.map(({ words }) => words.map(({ text }) => text));
  const extra = (other ?? []).filter((word) => !one?.includes(word));
  const isNegation = extra.length > 0 && extra.every((word) => word === 'not' || word === '不');
  const labels = answers.map(mostProbable);
  const isClear = answers.every((answer) => (answer.probabilities[mostProbable(answer)] ?? 0) > CLEAR);
  return isNegation && isClear && labels[0] !== labels[1];
}
