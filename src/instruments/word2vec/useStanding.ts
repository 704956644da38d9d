import { useEffect, useState } from 'react';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import { NO_STANDING, nextStanding, type Standing } from '../word-map/marks.ts';
import { epochNow } from './progress.ts';

/** The lists of neighbours that changes are marked against: those of when the epoch began. */
export function useStanding(state: EmbeddingRunState | null): Standing {
  const [kept, setKept] = useState(NO_STANDING);
  const lists = state?.frame?.view.neighbours;
  const epoch = state ? epochNow(state) : 0;
  const isDone = state?.frame?.done ?? false;
  useEffect(
    () => setKept((before) => nextStanding(before, { epoch, isDone, lists })),
    [epoch, isDone, lists],
  );
  return kept.standing;
}
