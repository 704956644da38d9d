import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { FigureState } from '../../store/figure.ts';
import { isSameModel, type ModelSettings, modelOf } from './model-settings.ts';
import { cachedReading, type Network, type Reading } from './reading.ts';
import { createSharedModel, type SharedState } from './shared-model.ts';

/** One for the page: every figure of the lesson shows the same network and sentence. */
const MODEL = createSharedModel();

const prefersStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

export interface ModelView<T extends ModelSettings> {
  /** The figure's own settings, with the model that all figures share. */
  readonly figure: FigureState<T>;
  readonly state: SharedState;
  /** Null until there are numbers, and while the sentence has nothing to foretell. */
  readonly reading: Reading | null;
  readonly network: Network | null;
  retry(): void;
}

/** Whoever wants stillness sees the network only where its training ends. */
function useNetwork({ network, busy }: SharedState): Network | null {
  const kept = useRef<Network | null>(null);
  if (!busy || !prefersStillness()) kept.current = network;
  return kept.current;
}

/** A figure's settings joined with the page's model. A link's model, and a talk's, goes before what was there. */
export function useModel<T extends ModelSettings>(figure: FigureState<T>): ModelView<T> {
  const state = useSyncExternalStore(MODEL.subscribe, MODEL.get, MODEL.get);
  const { settings, linked, arrivals, change } = figure;
  const opened = useRef(settings);
  opened.current = settings;
  const seen = useRef<{ readonly arrivals: number; readonly model: ModelSettings } | null>(null);
  useEffect(() => {
    const before = seen.current;
    const model = modelOf(opened.current);
    seen.current = { arrivals, model };
    // A stop of a talk that says nothing of the model leaves the one that is there.
    if (before && (before.arrivals === arrivals || isSameModel(before.model, model))) return;
    if (before || linked || MODEL.get().settings === null) MODEL.ask(model);
  }, [arrivals, linked]);
  useEffect(
    () => () => {
      seen.current = null;
    },
    [],
  );
  const shared = state.settings;
  const merged = useMemo(() => (shared ? { ...settings, ...shared } : settings), [settings, shared]);
  const changeBoth = useCallback(
    (part: Partial<T>) => {
      const next = { ...opened.current, ...MODEL.get().settings, ...part };
      MODEL.ask(modelOf(next));
      // The figure's own link carries the model that it now shows.
      change({ ...modelOf(next), ...part } as Partial<T>);
    },
    [change],
  );
  const network = useNetwork(state);
  return {
    figure: { ...figure, settings: merged, change: changeBoth },
    state,
    reading: network && cachedReading(network, merged.sentence),
    network,
    retry: MODEL.retry,
  };
}
