import { useRef } from 'react';
import { type Accuracy, accuracyOf } from './measure.ts';
import { CELLS, type Cell, type NetSettings } from './nets.ts';
import type { JobState, JobStates } from './queue.ts';
import { type DistanceSettings, distancesOf, jobId } from './settings.ts';

/** One net of the figure: how its training stands, and what it knows when it is done. */
export interface Result {
  readonly net: NetSettings;
  readonly state: JobState | undefined;
  /** On fresh sentences; null before the training is done. */
  readonly accuracy: Accuracy | null;
}

/** Every net of the figure, distance by distance, so that the short ones are trained first. */
export const netsOf = (
  settings: Pick<DistanceSettings, 'chosen' | 'start' | 'seed'>,
): readonly NetSettings[] =>
  distancesOf(settings).flatMap((distance) =>
    CELLS.map((cell) => ({ cell, distance, start: settings.start, seed: settings.seed })),
  );

/** What is known of each net. The accuracy of a trained one is computed once. */
export function useResults(nets: readonly NetSettings[], states: JobStates): readonly Result[] {
  const known = useRef(new WeakMap<Float64Array, Accuracy>());
  return nets.map((net) => {
    const state = states[jobId(net)];
    const flat = state?.phase === 'done' ? state.parameters : null;
    if (!flat) return { net, state, accuracy: null };
    const accuracy = known.current.get(flat) ?? accuracyOf(net.cell, flat, net.distance);
    known.current.set(flat, accuracy);
    return { net, state, accuracy };
  });
}

export const resultAt = (results: readonly Result[], cell: Cell, distance: number): Result | undefined =>
  results.find(({ net }) => net.cell === cell && net.distance === distance);
