import type { PairAnswers } from '../../../instruments/taggers/TaggersFigure.tsx';

/** Words that the two sentences must have in common. */
export const COMMON = 6;
const [SURE, UNSURE] = [0.9, 0.1];

/**
 * Two sentences that begin with the same six words or more, one of which the two-way tagger calls a name in the one sentence
 * and not in the other; the forward-only tagger says the same all along.
 */
export function isLatePair({ common, names }: Pick<PairAnswers, 'common' | 'names'>): boolean {
  if (common < COMMON) return false;
  const [one, other] = names.concat;
  const isSplit = (step: number) => {
    const [a = Number.NaN, b = Number.NaN] = [one[step], other[step]];
    return Math.max(a, b) > SURE && Math.min(a, b) < UNSURE;
  };
  const isSame = (step: number) => names.forward[0][step] === names.forward[1][step];
  const steps = Array.from({ length: common }, (_, step) => step);
  return steps.every(isSame) && steps.some(isSplit);
}
