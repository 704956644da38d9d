import { useEffect, useState, useSyncExternalStore } from 'react';
import { createModelStore } from '../../store/models.ts';
import { usePinnedTier } from '../../store/settings.ts';
import { createWorkbench } from '../../store/workbench.ts';
import type { BenchState, Workbench } from '../../store/workbench-state.ts';

const MODELS = createModelStore();

export interface OpenBench {
  readonly bench: Workbench;
  readonly state: BenchState;
}

const nothing = () => () => {};

/** The reader's models for as long as the page is mounted; when it goes, the open one is saved. Null until it is there. */
export function useWorkbench(): OpenBench | null {
  const pinned = usePinnedTier();
  const [bench, setBench] = useState<Workbench | null>(null);
  useEffect(() => {
    const made = createWorkbench({ models: MODELS, pinned });
    setBench(made);
    return () => {
      setBench(null);
      void made.close().finally(() => made.dispose());
    };
  }, [pinned]);
  const state = useSyncExternalStore(
    bench?.store.subscribe ?? nothing,
    () => bench?.store.getState() ?? null,
  );
  return bench && state ? { bench, state } : null;
}
