import { epochNow } from '../../../instruments/word2vec/progress.ts';
import type { EmbeddingRunState } from '../../../store/embedding-state.ts';

type Watched = Pick<EmbeddingRunState, 'frame' | 'info' | 'config'> | null;

/** Epochs after which a list says something. */
const LEARNT = 1;

/** Two words of the list are each other's nearest. */
export function isMutual(state: Watched): boolean {
  if (!state?.frame || !state.info || epochNow(state) < LEARNT) return false;
  const { words } = state.info;
  const nearest = new Map(
    state.frame.view.neighbours.map(({ word, nearest: list }) => [word, words[list?.[0]?.id ?? -1]]),
  );
  return [...nearest].some(([word, other]) => other !== undefined && nearest.get(other) === word);
}
