import type { NnlmShown } from '../../../instruments/nnlm/useNnlm.ts';

/** What the checkpoint calls sure. */
const SURE = 0.8;

/** Whether N known words that never stand in the text in this order make the network sure of a word. */
export function isSureOfTheNew({
  read,
  seen,
  reading,
}: Pick<NnlmShown, 'read' | 'seen' | 'reading'>): boolean {
  const isWhole = read.every(({ text, known }) => text !== null && known);
  const best = reading.trace.logProbabilities.reduce(
    (most, ln) => Math.max(most, ln),
    Number.NEGATIVE_INFINITY,
  );
  return isWhole && seen === 0 && Math.exp(best) >= SURE;
}
