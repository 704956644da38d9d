import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { initialiseNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import type { Run } from '../../store/run-state.ts';
import { useParameters } from '../runs/useParameters.ts';
import { useRuns } from '../runs/useRuns.ts';
import { useSmallRunTier } from '../runs/useSmallRunTier.ts';
import { DRIFT_NETWORK, type Drift, driftConfig, measureDrift } from './drift.ts';
import { type Amount, type DriftSettings, PACE, STEPS } from './settings.ts';

/** Trains up to the amount asked for; from the seed again when it has had more. */
function drive(run: Run, amount: Amount): void {
  const done = run.store.getState().frame?.stats.step ?? 0;
  if (done > STEPS[amount]) run.reset();
  run.play(PACE[amount], STEPS[amount]);
}

/** The run of the figure, trained a little or much. */
export function useDriftRun(
  frame: RefObject<HTMLElement | null>,
  { amount, seed }: DriftSettings,
): Run | null {
  const tier = useSmallRunTier();
  const { runs } = useRuns(frame, [driftConfig(seed)], { until: null, tier, autoplay: false });
  const run = runs?.[0] ?? null;
  const made = useRef(seed);
  useEffect(() => {
    if (!run) return;
    if (made.current !== seed) run.reconfigure(driftConfig(seed));
    made.current = seed;
    drive(run, amount);
  }, [run, amount, seed]);
  return run;
}

/** The newest parameters; before a worker has any, those that the seed makes. */
export function useDriftParameters(run: Run | null, seed: number): Float64Array {
  const fresh = useMemo(() => initialiseNetwork(DRIFT_NETWORK, createRandom(seed), {}), [seed]);
  return useParameters(run) ?? fresh;
}

/** Errors now, and those that the same network had when it had been trained a little. */
export function useDrift(run: Run, parameters: Float64Array, settings: DriftSettings) {
  const { way, draw, seed } = settings;
  const drift = useMemo(() => measureDrift(parameters, way, draw), [parameters, way, draw]);
  const step = useStore(run.store, ({ frame }) => frame?.stats.step ?? 0);
  const [kept, keep] = useState<{ readonly seed: number; readonly parameters: Float64Array } | null>(null);
  useEffect(() => {
    if (step === STEPS.little) keep({ seed, parameters });
  }, [step, seed, parameters]);
  const before = useMemo(() => {
    if (!kept || kept.seed !== seed || step <= STEPS.little) return null;
    return measureDrift(kept.parameters, way, draw).free;
  }, [kept, seed, step, way, draw]);
  return { drift, step, before } satisfies { drift: Drift; step: number; before: Float64Array | null };
}
