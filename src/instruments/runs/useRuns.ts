import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { createRunStore } from '../../store/run.ts';
import type { Run } from '../../store/run-state.ts';
import type { RunConfig, Tier } from '../../workers/protocol.ts';
import { useSeen } from './useSeen.ts';

/** Several runs that belong together, as one figure holds them. */
export interface Runs {
  /** In the order of the configs; null until the figure is first seen. */
  readonly runs: readonly Run[] | null;
  /** Whether they are to train, as far as the reader said. */
  readonly isWanted: boolean;
  play(): void;
  pause(): void;
  /** From the seed, paused. */
  reset(): void;
  /** From the seed, with these configs (as many as before), playing. */
  restart(configs: readonly RunConfig[]): void;
}

export interface RunsOptions {
  /** Step at which each run stops by itself; null: never. */
  readonly until: number | null;
  readonly tier: Tier | null;
  /** Whether they train as soon as they are seen; true if not said. */
  readonly autoplay?: boolean;
}

/**
 * One worker a run. They begin when the figure is first seen and rest while it is not. Other configs reach them by
 * `restart`; those of the first call are the ones to begin with.
 */
export function useRuns(
  frame: RefObject<HTMLElement | null>,
  configs: readonly RunConfig[],
  { until, tier, autoplay = true }: RunsOptions,
): Runs {
  const { ever, now } = useSeen(frame);
  const [runs, setRuns] = useState<readonly Run[] | null>(null);
  const [isWanted, setWanted] = useState(autoplay);
  const initial = useRef({ configs, isWanted });
  initial.current = { configs, isWanted };
  useEffect(() => {
    if (!ever) return;
    const made = initial.current.configs.map((config) =>
      createRunStore({ config, probe: null, pinned: tier }),
    );
    if (initial.current.isWanted) for (const run of made) run.play(null, until);
    setRuns(made);
    return () => {
      for (const run of made) run.dispose();
      setRuns(null);
    };
  }, [ever, tier, until]);
  useEffect(() => {
    for (const run of runs ?? []) run.setVisible(now);
  }, [runs, now]);
  const play = useCallback(() => {
    setWanted(true);
    for (const run of runs ?? []) run.play(null, until);
  }, [runs, until]);
  const pause = useCallback(() => {
    setWanted(false);
    for (const run of runs ?? []) run.pause();
  }, [runs]);
  const reset = useCallback(() => {
    setWanted(false);
    for (const run of runs ?? []) run.reset();
  }, [runs]);
  const restart = useCallback(
    (changed: readonly RunConfig[]) => {
      setWanted(true);
      runs?.forEach((run, i) => {
        const config = changed[i];
        if (!config) return;
        run.reconfigure(config);
        run.play(null, until);
      });
    },
    [runs, until],
  );
  return { runs, isWanted, play, pause, reset, restart };
}
