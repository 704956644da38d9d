import { useEffect, useRef } from 'react';
import type { FigureState } from '../../store/figure.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import { stepAhead, type UnrolledSettings } from './settings.ts';

/**
 * A stop of a talk has set the figure: the run trains up to the step that the stop names, if it has not come so far. Without one,
 * a walk lets the numbers hold still, and anything else leaves the run to go on as it does.
 */
export function useStops(
  run: Run,
  state: RunState,
  { settings, arrivals }: FigureState<UnrolledSettings>,
): void {
  const seen = useRef(0);
  useEffect(() => {
    const isReady = state.phase === 'paused' || state.phase === 'playing';
    if (arrivals === seen.current || !isReady || !state.frame) return;
    seen.current = arrivals;
    const goal = stepAhead(settings, state.frame.stats.step);
    if (goal !== null) run.play(null, goal);
    else if (settings.walking) run.pause();
  }, [run, state, settings, arrivals]);
}
