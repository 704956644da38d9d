import { useEffect, useMemo, useRef, useState } from 'react';
import { createCheckpointStore } from '../../store/checkpoints.ts';
import { createRunStore } from '../../store/run.ts';
import type { Run } from '../../store/run-state.ts';
import type { Probe, RunConfig, Tier } from '../../workers/protocol.ts';
import { needsNewRun, runConfig, type UnrolledSettings } from './settings.ts';

const CHECKPOINTS = createCheckpointStore();

export interface RunRequest {
  readonly settings: UnrolledSettings;
  /** Null: not there yet. */
  readonly text: string | null;
  readonly pinned: Tier | null;
  /** Tier of the numbers that the link points at. */
  readonly computedOn: Tier | null;
  /** Where the run is kept between visits; null: nowhere. */
  readonly persistKey: string | null;
}

/** The same object as long as nothing changes that decides the run's numbers. */
function useConfig({ settings, text }: RunRequest): RunConfig | null {
  const kept = useRef<{ settings: UnrolledSettings; text: string; config: RunConfig } | null>(null);
  if (text === null) return null;
  const { current } = kept;
  if (current && current.text === text && !needsNewRun(current.settings, settings)) return current.config;
  const config = runConfig(settings, text);
  kept.current = { settings, text, config };
  return config;
}

/** A rewound run changed its own clipping; the setting that follows it asks for nothing new. */
function isSameRun(a: RunConfig, b: RunConfig): boolean {
  const bare = (config: RunConfig) => JSON.stringify({ ...config, task: { ...config.task, text: '' } });
  const textOf = ({ task }: RunConfig) => (task.kind === 'next-symbol' ? task.text : null);
  return textOf(a) === textOf(b) && bare(a) === bare(b);
}

const probeOf = ({ sentence, lossStep }: Pick<UnrolledSettings, 'sentence' | 'lossStep'>): Probe => ({
  text: sentence,
  lossStep: lossStep === 0 ? null : lossStep - 1,
});

/** Changes of the setting reach the run; a run that was saved with another rate keeps its own until then. */
function useLearningRate(run: Run | null, learningRate: number): void {
  const last = useRef(learningRate);
  useEffect(() => {
    if (!run || last.current === learningRate) return;
    last.current = learningRate;
    if (run.store.getState().config.optimizer.learningRate !== learningRate)
      run.setLearningRate(learningRate);
  }, [run, learningRate]);
}

/** One run for as long as the figure is mounted; another configuration makes it start anew, in the same place. */
export function useRun(request: RunRequest): Run | null {
  const { settings, pinned, computedOn, persistKey } = request;
  const { sentence, lossStep } = settings;
  const config = useConfig(request);
  const probe = useMemo(() => probeOf({ sentence, lossStep }), [sentence, lossStep]);
  const [run, setRun] = useState<Run | null>(null);
  const asked = useRef<{ config: RunConfig | null; probe: Probe }>({ config, probe });
  const wasReady = useRef(false);
  wasReady.current ||= config !== null;
  const isReady = wasReady.current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: later configurations and sentences reach the run by the effects below.
  useEffect(() => {
    if (!config) return;
    asked.current = { config, probe };
    const created = createRunStore({
      config,
      probe,
      pinned,
      computedOn,
      persistKey,
      checkpoints: persistKey === null ? null : CHECKPOINTS,
    });
    setRun(created);
    return () => {
      created.dispose();
      setRun(null);
    };
  }, [isReady, pinned, computedOn, persistKey]);
  useEffect(() => {
    if (!run || !config || asked.current.config === config) return;
    asked.current.config = config;
    if (!isSameRun(config, run.store.getState().config)) run.reconfigure(config);
  }, [run, config]);
  useEffect(() => {
    if (!run || asked.current.probe === probe) return;
    asked.current.probe = probe;
    run.setProbe(probe);
  }, [run, probe]);
  useLearningRate(run, settings.learningRate);
  return run;
}
