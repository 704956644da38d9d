import { useEffect, useRef } from 'react';
import type { FigureState } from '../../store/figure.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import type { UnrolledSettings } from './settings.ts';

/** What a link, or the figure itself, wants of a run that has just become ready. */
export interface Arrival {
  readonly settings: UnrolledSettings;
  /** Trains without being asked, unless there is something to come back to. */
  readonly autoplay: boolean;
}

/** A link stands at a trained state: the run must get there, and is not to be mistaken for the learner's own saved one. */
export const isPointed = ({ trained, weights }: Pick<UnrolledSettings, 'trained' | 'weights'>): boolean =>
  trained > 0 || weights !== null;

const prefersStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

function arrive(run: Run, state: RunState, { settings, autoplay }: Arrival): void {
  const { weights, trained } = settings;
  if (weights && weights.length === state.info?.parameterCount) {
    run.editParameters(Array.from(weights, (value, index) => ({ index, value })));
  } else if (trained > (state.frame?.stats.step ?? 0)) {
    run.play(null, trained);
  } else if (autoplay && state.frame?.stats.step === 0 && !isPointed(settings) && !prefersStillness()) {
    run.play();
  }
}

/** A run that was saved with another learning rate brings it along, and the setting shows it; a link's own rate goes before it. */
export function useSavedLearningRate(
  run: Run,
  { info, config }: RunState,
  { settings, change, linked }: FigureState<UnrolledSettings>,
): void {
  const seen = useRef<RunState['info']>(null);
  useEffect(() => {
    if (!info || seen.current === info) return;
    seen.current = info;
    const { learningRate } = config.optimizer;
    if (learningRate === settings.learningRate) return;
    if (linked) run.setLearningRate(settings.learningRate);
    else change({ learningRate });
  }, [run, info, config, settings.learningRate, change, linked]);
}

/** Once a run, at its first frame: brings it to where the link points, or sets it going. */
export function useArrival(run: Run, state: RunState, arrival: Arrival): void {
  const done = useRef<Run | null>(null);
  useEffect(() => {
    if (done.current === run || state.phase !== 'paused' || !state.frame) return;
    done.current = run;
    arrive(run, state, arrival);
  }, [run, state, arrival]);
}
