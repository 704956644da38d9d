import { useSyncExternalStore } from 'react';
import type { Run } from '../../store/run-state.ts';

const MOVING: readonly string[] = ['playing', 'starting'];

/** Whether any run still moves, as far as the page knows. */
export function usePlaying(runs: readonly Run[] | null): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const stops = (runs ?? []).map((run) => run.store.subscribe(onChange));
      return () => {
        for (const stop of stops) stop();
      };
    },
    () => (runs ?? []).some((run) => MOVING.includes(run.store.getState().phase)),
  );
}
