import { useEffect, useRef } from 'react';
import { createHandover } from '../../store/handover.ts';
import type { Vectors } from '../../store/vectors-state.ts';
import { HANDED, type HandedVectors } from './handed.ts';

/**
 * Opens the vectors that another page left for this one, once; `isWaiting`: the link says that there are some. `onTaken` hears whether
 * they were there: a link that is followed twice finds nothing.
 */
export function useHanded(vectors: Vectors, isWaiting: boolean, onTaken: (isThere: boolean) => void): void {
  const latest = useRef(onTaken);
  latest.current = onTaken;
  useEffect(() => {
    if (!isWaiting) return;
    let isStale = false;
    void createHandover<HandedVectors>()
      .take(HANDED)
      .then((handed) => {
        if (isStale) return;
        if (handed) vectors.open({ kind: 'learnt', ...handed });
        latest.current(handed !== null);
      });
    return () => {
      isStale = true;
    };
  }, [vectors, isWaiting]);
}
