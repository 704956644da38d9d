import { type RefObject, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RunState } from '../../store/run-state.ts';
import { useRunState } from '../runs/useRunState.ts';
import { useSeen } from '../runs/useSeen.ts';
import { useSmallRunTier } from '../runs/useSmallRunTier.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import { createSharedNetwork, type NetworkState, type SharedNetwork } from './shared-network.ts';
import { networkKey, type VersusSettings, versusConfig } from './versus-settings.ts';

/** One for the page: the figure that trains it and the one that writes with it show the same network. */
const SHARED = createSharedNetwork();

export interface NetworkView extends NetworkState, Pick<SharedNetwork, 'play' | 'pause' | 'restart'> {
  /** What the run says of itself; null while there is none. */
  readonly state: RunState | null;
}

/** The page's network; `frame` says when the figure is on screen. */
export function useNetwork(frame: RefObject<HTMLElement | null>): NetworkView {
  const shared = useSyncExternalStore(SHARED.subscribe, SHARED.get, SHARED.get);
  const { now } = useSeen(frame);
  useEffect(() => {
    SHARED.see(frame, now);
    return () => SHARED.see(frame, false);
  }, [frame, now]);
  const state = useRunState(shared.run);
  return { ...shared, state, play: SHARED.play, pause: SHARED.pause, restart: SHARED.restart };
}

/** The config of these settings on a text, for as long as neither changes; the page's network becomes that one. */
export function useAsked(settings: VersusSettings, source: SourceText | null) {
  const tier = useSmallRunTier();
  const key = source === null ? null : networkKey(settings, source.key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the settings that matter.
  const config = useMemo(() => (source === null ? null : versusConfig(settings, source.text)), [key]);
  useEffect(() => {
    if (config && key !== null) SHARED.ask({ key, config, tier });
  }, [config, key, tier]);
  return config;
}
