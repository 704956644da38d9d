import { useSyncExternalStore } from 'react';
import type { Run } from '../../store/run-state.ts';

/** The run's newest parameters, flat in layout order, never changed afterwards; null until the first frame. */
export function useParameters(run: Run | null): Float64Array | null {
  return useSyncExternalStore(
    (onChange) => run?.store.subscribe(onChange) ?? (() => {}),
    () => run?.parameters() ?? null,
  );
}
