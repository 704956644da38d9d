import { useCallback, useSyncExternalStore } from 'react';
import type { Run, RunState } from '../../store/run-state.ts';

const nothing = () => () => {};

/** What a run says of itself, now; null where there is none. */
export function useRunState(run: Run | null): RunState | null {
  return useSyncExternalStore(
    run?.store.subscribe ?? nothing,
    useCallback(() => run?.store.getState() ?? null, [run]),
  );
}
