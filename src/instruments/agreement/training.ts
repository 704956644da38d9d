import type { Columns } from '../../components/plots/curve.ts';
import { runningAccuracy } from '../race/accuracy.ts';
import type { JobState } from './queue.ts';

/** Running share of right answers of a job; empty before its first step. */
export function learningCurve(state: JobState | undefined): Columns {
  if (!state) return { x: new Float64Array(), y: new Float64Array(), length: 0 };
  return runningAccuracy({ length: state.steps.length, steps: state.steps, accuracy: state.accuracy });
}

/** The newest point of it; null before there is one. */
export function accuracyNow(state: JobState | undefined): number | null {
  const { y, length } = learningCurve(state);
  return length > 0 ? (y[length - 1] ?? null) : null;
}
