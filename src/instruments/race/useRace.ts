import { type RefObject, useCallback } from 'react';
import { usePinnedTier } from '../../store/settings.ts';
import type { Tier } from '../../workers/protocol.ts';
import { type Runs, useRuns } from '../runs/useRuns.ts';
import { LAST_STEP, RACERS, type RaceSettings, raceConfig } from './settings.ts';

/**
 * One tier for all three, so that their times can be compared: WASM, since sequences this small would spend a GPU's time on
 * launching its kernels. Whoever asks for the reference gets it.
 */
const tierOf = (pinned: Tier | null): Tier => (pinned === 'js' ? 'js' : 'wasm');

export interface Race extends Omit<Runs, 'restart'> {
  /** From the seed, with these settings, playing. */
  restart(settings: RaceSettings): void;
}

const configsOf = (settings: RaceSettings) => RACERS.map((racer) => raceConfig(settings, racer));

/** Three runs of the same task, in the order of `RACERS`. */
export function useRace(frame: RefObject<HTMLElement | null>, settings: RaceSettings): Race {
  const tier = tierOf(usePinnedTier());
  const { restart: restartAll, ...runs } = useRuns(frame, configsOf(settings), { until: LAST_STEP, tier });
  const restart = useCallback((changed: RaceSettings) => restartAll(configsOf(changed)), [restartAll]);
  return { ...runs, restart };
}
