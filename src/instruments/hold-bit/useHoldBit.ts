import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { initialiseNetwork, type TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import type { Run } from '../../store/run-state.ts';
import { usePinnedTier } from '../../store/settings.ts';
import { useParameters } from '../runs/useParameters.ts';
import { usePlaying } from '../runs/usePlaying.ts';
import { useRuns } from '../runs/useRuns.ts';
import { type BothReadings, isOf, readBoth, readHolds } from './reading.ts';
import { readSequenceText } from './sequence.ts';
import { type HoldBitSettings, holdConfig, holdNetwork, LAST_STEP } from './settings.ts';

/** Optimiser steps a second; `max` is as many as there can be. */
export const PACES = ['10', '40', 'max'] as const;
export type Pace = (typeof PACES)[number];
const limitOf = (pace: Pace): number | null => (pace === 'max' ? null : Number(pace));

const prefersStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

/** The network being trained, as the page knows it. */
export interface HoldBitRun {
  /** Null until the figure is first seen. */
  readonly run: Run | null;
  readonly network: TokenNetwork;
  /** Of the newest frame; before the first one, those that training begins with. */
  readonly parameters: Float64Array;
  readonly playing: boolean;
  readonly pace: Pace;
  setPace(pace: Pace): void;
  /** Trains or rests; from the seed again where training has ended. */
  toggle(): void;
  /** From the seed again, playing. */
  restart(): void;
}

/** What decides the run's numbers, by value: the same object as long as nothing of it changes. */
function useTrained({ cell, units, steps, writes, bias, seed }: HoldBitSettings) {
  return useMemo(() => {
    const settings = { cell, units, steps, writes, bias, seed };
    const config = holdConfig(settings);
    const network = holdNetwork(settings);
    return { config, network, fresh: initialiseNetwork(network, createRandom(seed), config.biases) };
  }, [cell, units, steps, writes, bias, seed]);
}

/**
 * One run, trained at a pace that can be watched, from when the figure is first seen. The reference itself trains it: a net this
 * small is at its best there. A reader who wants no motion gets the trained net at once.
 */
export function useHoldBit(frame: RefObject<HTMLElement | null>, settings: HoldBitSettings): HoldBitRun {
  const { config, network, fresh } = useTrained(settings);
  const tier = usePinnedTier() ?? 'js';
  const { runs } = useRuns(frame, [config], { until: LAST_STEP, tier, autoplay: false });
  const run = runs?.[0] ?? null;
  const [pace, choosePace] = useState<Pace>(() => (prefersStillness() ? 'max' : '40'));
  const limit = useRef<number | null>(null);
  limit.current = limitOf(pace);
  const asked = useRef({ run, config });
  useEffect(() => {
    if (!run) return;
    const isOther = asked.current.run === run && asked.current.config !== config;
    asked.current = { run, config };
    if (isOther || run.store.getState().config !== config) run.reconfigure(config);
    run.play(limit.current, LAST_STEP);
  }, [run, config]);
  const playing = usePlaying(runs);
  const found = useParameters(run);
  const setPace = (next: Pace) => {
    choosePace(next);
    if (playing) run?.play(limitOf(next), LAST_STEP);
  };
  const restart = useCallback(() => {
    run?.reset();
    run?.play(limit.current, LAST_STEP);
  }, [run]);
  const toggle = useCallback(() => {
    const step = run?.store.getState().frame?.stats.step ?? 0;
    if (playing) run?.pause();
    else if (step >= LAST_STEP) restart();
    else run?.play(limit.current, LAST_STEP);
  }, [run, playing, restart]);
  const parameters = isOf(network, found) ? found : fresh;
  return { run, network, parameters, playing, pace, setPace, toggle, restart };
}

/** The sequence on show, read with these parameters, without and with the reader's hand. */
export function useReadings(
  { network, parameters }: Pick<HoldBitRun, 'network' | 'parameters'>,
  { sequence, holds }: Pick<HoldBitSettings, 'sequence' | 'holds'>,
): BothReadings {
  const ids = useMemo(() => readSequenceText(sequence), [sequence]);
  return useMemo(
    () => readBoth(network, parameters, ids, readHolds(holds, network, ids.length)),
    [network, parameters, ids, holds],
  );
}
