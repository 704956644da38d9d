import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { createRunStore } from '../../store/run.ts';
import type { Run } from '../../store/run-state.ts';
import { usePinnedTier } from '../../store/settings.ts';
import type { Tier } from '../../workers/protocol.ts';
import { LAST_STEP, RACERS, type RaceSettings, raceConfig } from './settings.ts';

/**
 * One tier for all three, so that their times can be compared: WASM, since sequences this small would spend a GPU's time on
 * launching its kernels. Whoever asks for the reference gets it.
 */
const tierOf = (pinned: Tier | null): Tier => (pinned === 'js' ? 'js' : 'wasm');

export interface Race {
  /** In the order of `RACERS`; null until the figure is first seen. */
  readonly runs: readonly Run[] | null;
  readonly isWanted: boolean;
  play(): void;
  pause(): void;
  reset(): void;
  /** From the seed, with these settings, playing. */
  restart(settings: RaceSettings): void;
}

/** Whether the element has been on screen, and whether it is now. */
function useSeen(frame: RefObject<HTMLElement | null>) {
  const [seen, setSeen] = useState({ ever: false, now: false });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      const now = entries.some((entry) => entry.isIntersecting);
      setSeen(({ ever }) => ({ ever: ever || now, now }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return seen;
}

/** Three runs of the same task, one worker each. They begin when the figure is first seen and rest while it is not. */
export function useRace(frame: RefObject<HTMLElement | null>, settings: RaceSettings): Race {
  const { ever, now } = useSeen(frame);
  const tier = tierOf(usePinnedTier());
  const [runs, setRuns] = useState<readonly Run[] | null>(null);
  const [isWanted, setWanted] = useState(true);
  const initial = useRef(settings);
  initial.current = settings;
  useEffect(() => {
    if (!ever) return;
    const made = RACERS.map((racer) =>
      createRunStore({ config: raceConfig(initial.current, racer), probe: null, pinned: tier }),
    );
    for (const run of made) run.play(null, LAST_STEP);
    setRuns(made);
    return () => {
      for (const run of made) run.dispose();
      setRuns(null);
    };
  }, [ever, tier]);
  useEffect(() => {
    for (const run of runs ?? []) run.setVisible(now);
  }, [runs, now]);
  const play = useCallback(() => {
    setWanted(true);
    for (const run of runs ?? []) run.play(null, LAST_STEP);
  }, [runs]);
  const pause = useCallback(() => {
    setWanted(false);
    for (const run of runs ?? []) run.pause();
  }, [runs]);
  const reset = useCallback(() => {
    setWanted(false);
    for (const run of runs ?? []) run.reset();
  }, [runs]);
  const restart = useCallback(
    (changed: RaceSettings) => {
      setWanted(true);
      runs?.forEach((run, i) => {
        run.reconfigure(raceConfig(changed, RACERS[i] ?? 'rnn'));
        run.play(null, LAST_STEP);
      });
    },
    [runs],
  );
  return { runs, isWanted, play, pause, reset, restart };
}
