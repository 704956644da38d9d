import { type RefObject, useEffect, useRef, useState } from 'react';
import { createRunStore } from '../../store/run.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import { usePinnedTier } from '../../store/settings.ts';
import type { RunConfig } from '../../workers/protocol.ts';
import { useRunState } from '../runs/useRunState.ts';
import { useSeen } from '../runs/useSeen.ts';
import { differences } from './training.ts';

/** Training of parameters that somebody else holds: they go into a run, and come back out of it. */
export interface Training {
  /** Null before the first start. */
  readonly run: Run | null;
  readonly state: RunState | null;
  /** The run was asked to train and has not been asked to stop. */
  readonly wanted: boolean;
  /** The run's parameters while it trains and they are newer than those that were handed in; null otherwise. */
  readonly live: Float64Array | null;
  /** Optimiser steps since the parameters were handed in. */
  readonly steps: number;
  /** It came as far as it was asked to: whoever holds the parameters takes them, and pauses. */
  readonly isDone: boolean;
  /** Trains on from these parameters; the same run as long as the config is the same. */
  start(config: RunConfig, parameters: Float64Array, speed: Speed): void;
  pause(): void;
  /** Another pace while it trains. */
  setPace(pace: number | null): void;
}

/** How fast, and how far. */
export interface Speed {
  /** Optimiser steps a second; null: as many as there can be. */
  readonly pace: number | null;
  /** Optimiser steps until it rests by itself; null: it goes on. */
  readonly count: number | null;
}

interface Going {
  readonly run: Run;
  readonly config: string;
  /** Step at which the parameters went in; null: they still have to. */
  from: number | null;
  wanted: Float64Array | null;
  speed: Speed;
}

/** Puts the parameters in as soon as the run takes them, and sets it going. */
function load(going: Going): void {
  const { phase, frame } = going.run.store.getState();
  // A frame of a run that still moves is older than the run: its parameters are not those that the edits start from.
  if (!going.wanted || !frame || frame.playing || phase !== 'paused') return;
  const edits = differences(going.run.parameters(), going.wanted);
  if (edits.length > 0) going.run.editParameters(edits);
  going.wanted = null;
  going.from = frame.stats.step;
  const { pace, count } = going.speed;
  going.run.play(pace, count === null ? null : frame.stats.step + count);
}

export function useTraining(frame: RefObject<HTMLElement | null>): Training {
  const pinned = usePinnedTier();
  const [going, setGoing] = useState<Going | null>(null);
  const [wanted, setWanted] = useState(false);
  const { now } = useSeen(frame);
  const latest = useRef(going);
  latest.current = going;
  const run = going?.run ?? null;
  const state = useRunState(run);
  useEffect(() => () => latest.current?.run.dispose(), []);
  useEffect(() => run?.setVisible(now), [run, now]);
  useEffect(() => {
    if (going && state) load(going);
  }, [going, state]);
  const failed = state?.phase === 'failed' || state?.phase === 'unavailable';
  useEffect(() => {
    if (failed) setWanted(false);
  }, [failed]);

  const start = (config: RunConfig, parameters: Float64Array, speed: Speed) => {
    setWanted(true);
    const print = JSON.stringify(config);
    const usable = going && going.config === print && !failed;
    if (usable) {
      going.wanted = parameters;
      going.speed = speed;
      load(going);
      return;
    }
    going?.run.dispose();
    const created = createRunStore({ config, probe: null, pinned });
    setGoing({ run: created, config: print, from: null, wanted: parameters, speed });
  };
  const pause = () => {
    setWanted(false);
    if (going) going.wanted = null;
    run?.pause();
  };
  const setPace = (pace: number | null) => {
    if (!going) return;
    going.speed = { ...going.speed, pace };
    if (wanted && going.wanted === null) run?.play(pace, null);
  };
  const step = state?.frame?.parametersStep ?? 0;
  const from = going?.from ?? null;
  const isNewer = wanted && from !== null && going?.wanted === null && step > from;
  return {
    run,
    state,
    wanted,
    live: isNewer ? (run?.parameters() ?? null) : null,
    steps: isNewer ? step - from : 0,
    isDone: isNewer && going.speed.count !== null && step >= from + going.speed.count,
    start,
    pause,
    setPace,
  };
}
