import { useMemo, useRef } from 'react';
import type { TaskBatch } from '../../models/tasks/task.ts';
import { type BackNorms, backNorms, probeBatch } from './measure.ts';
import { CELLS, type Cell, freshParameters, type NetSettings } from './nets.ts';
import type { JobState, JobStates } from './queue.ts';
import { type FlowSettings, jobId } from './settings.ts';

/** One cell's gradients before training and now, and its run. */
export interface CellFlow {
  readonly cell: Cell;
  readonly before: BackNorms;
  readonly now: BackNorms;
  /** Undefined before the run is asked for. */
  readonly state: JobState | undefined;
}

export const flowNets = (settings: Omit<FlowSettings, 'view'>): readonly NetSettings[] =>
  CELLS.map((cell) => ({
    cell,
    distance: settings.distance,
    start: settings.start,
    seed: settings.seed,
  }));

type Known = WeakMap<Float64Array, BackNorms>;

/** A run's parameters are never changed in place: what was computed from them once holds. */
function normsOf(known: Known, cell: Cell, flat: Float64Array, batch: TaskBatch): BackNorms {
  const found = known.get(flat) ?? backNorms(cell, flat, batch);
  known.set(flat, found);
  return found;
}

/** What the figure shows of the three: computed here by the reference, from each run's newest weights. */
export function useFlows(settings: FlowSettings, states: JobStates): readonly CellFlow[] {
  const { distance, start, seed } = settings;
  const known = useRef<Known>(new WeakMap());
  const fresh = useMemo(() => {
    const batch = probeBatch(distance, seed);
    const nets = flowNets({ distance, start, seed });
    return {
      batch,
      nets: nets.map((net) => ({ net, before: backNorms(net.cell, freshParameters(net), batch) })),
    };
  }, [distance, start, seed]);
  return fresh.nets.map(({ net, before }) => {
    const state = states[jobId(net)];
    const flat = state && state.step > 0 ? state.parameters : null;
    const now = flat ? normsOf(known.current, net.cell, flat, fresh.batch) : before;
    return { cell: net.cell, before, now, state };
  });
}
