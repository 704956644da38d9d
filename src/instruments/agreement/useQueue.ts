import { type RefObject, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createRunStore } from '../../store/run.ts';
import { useSeen } from '../runs/useSeen.ts';
import { useSmallRunTier } from '../runs/useSmallRunTier.ts';
import { createQueue, type Job, type JobStates, type Queue, type QueueOptions } from './queue.ts';

export interface QueueView {
  readonly states: JobStates;
  /** Whether they are to train, as far as the reader said. */
  readonly isWanted: boolean;
  /** Whether there is still something to train. */
  readonly isBusy: boolean;
  play(): void;
  pause(): void;
  /** All of them from their seeds. */
  again(): void;
}

const NONE: JobStates = {};

/** A queue of runs for a figure: it begins when the figure is first seen and rests while it is not. */
export function useQueue(
  frame: RefObject<HTMLElement | null>,
  jobs: readonly Job[],
  { atOnce, until, stepsPerSecond }: Omit<QueueOptions, 'createRun'>,
): QueueView {
  const { ever, now } = useSeen(frame);
  const tier = useSmallRunTier();
  const [queue, setQueue] = useState<Queue | null>(null);
  const [isWanted, setWanted] = useState(true);
  const latest = useRef(jobs);
  latest.current = jobs;
  const key = jobs.map(({ id }) => id).join();
  useEffect(() => {
    if (!ever) return;
    const made = createQueue({
      createRun: (config) => createRunStore({ config, probe: null, pinned: tier }),
      atOnce,
      until,
      stepsPerSecond,
    });
    setQueue(made);
    return () => {
      made.dispose();
      setQueue(null);
    };
  }, [ever, tier, atOnce, until, stepsPerSecond]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether the jobs are others.
  useEffect(() => queue?.setJobs(latest.current), [queue, key]);
  useEffect(() => queue?.setVisible(now), [queue, now]);
  useEffect(() => {
    if (isWanted) queue?.play();
    else queue?.pause();
  }, [queue, isWanted]);
  const states = useSyncExternalStore(
    useCallback((onChange: () => void) => queue?.store.subscribe(onChange) ?? (() => {}), [queue]),
    () => queue?.store.getState() ?? NONE,
  );
  return {
    states,
    isWanted,
    isBusy: jobs.some(({ id }) => !['done', 'failed'].includes(states[id]?.phase ?? 'waiting')),
    play: () => setWanted(true),
    pause: () => setWanted(false),
    again() {
      queue?.clear();
      setWanted(true);
    },
  };
}
