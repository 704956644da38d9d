import { type RefObject, useCallback } from 'react';
import { type Runs, useRuns } from '../runs/useRuns.ts';
import { useSmallRunTier } from '../runs/useSmallRunTier.ts';
import { LAST_STEP, RACERS, type RaceSettings, raceConfig } from './settings.ts';

export interface Race extends Omit<Runs, 'restart'> {
  /** From the seed, with these settings, playing. */
  restart(settings: RaceSettings): void;
}

const configsOf = (settings: RaceSettings) => RACERS.map((racer) => raceConfig(settings, racer));

/** Three runs of the same task, in the order of `RACERS`; one tier for all, so that their times can be compared. */
export function useRace(frame: RefObject<HTMLElement | null>, settings: RaceSettings): Race {
  const tier = useSmallRunTier();
  const { restart: restartAll, ...runs } = useRuns(frame, configsOf(settings), { until: LAST_STEP, tier });
  const restart = useCallback((changed: RaceSettings) => restartAll(configsOf(changed)), [restartAll]);
  return { ...runs, restart };
}
