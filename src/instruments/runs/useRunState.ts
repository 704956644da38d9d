import { useCallback, useSyncExternalStore } from 'react';

const nothing = () => () => {};

interface Subject<State> {
  readonly store: { subscribe(changed: () => void): () => void; getState(): State };
}

/** What a run, of whatever kind, says of itself, now; null where there is none. */
export function useRunState<State>(run: Subject<State> | null): State | null {
  return useSyncExternalStore(
    run?.store.subscribe ?? nothing,
    useCallback(() => run?.store.getState() ?? null, [run]),
  );
}
