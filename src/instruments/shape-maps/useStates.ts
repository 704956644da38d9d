import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Projection, ProjectionState } from '../../store/projection-state.ts';

const NONE: readonly ProjectionState[] = [];

/** What several maps say of themselves, now. */
export function useStates(maps: readonly Projection[] | null): readonly ProjectionState[] {
  const kept = useRef<readonly ProjectionState[]>(NONE);
  return useSyncExternalStore(
    useCallback(
      (onChange: () => void) => {
        const stops = (maps ?? []).map((map) => map.store.subscribe(onChange));
        return () => {
          for (const stop of stops) stop();
        };
      },
      [maps],
    ),
    () => {
      const states = (maps ?? []).map((map) => map.store.getState());
      const isSame =
        states.length === kept.current.length && states.every((state, i) => state === kept.current[i]);
      if (!isSame) kept.current = states;
      return kept.current;
    },
  );
}
