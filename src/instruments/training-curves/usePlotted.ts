import { useRef } from 'react';
import { type CurveRun, type PlottedRun, plotRun } from './curves.ts';
import type { CurveSettings } from './settings.ts';

interface Kept {
  readonly run: CurveRun;
  readonly settings: CurveSettings;
  readonly plotted: PlottedRun;
}

const isSame = (kept: Kept, run: CurveRun, settings: CurveSettings): boolean =>
  kept.run.curve === run.curve &&
  kept.run.heldOut === run.heldOut &&
  kept.run.clock === run.clock &&
  kept.settings === settings;

/** Columns of the runs on show; those of a run that rests are worked out once. */
export function usePlotted(runs: readonly CurveRun[], settings: CurveSettings): readonly PlottedRun[] {
  const last = useRef<ReadonlyMap<string, Kept>>(new Map());
  const next = new Map(
    runs.map((run): [string, Kept] => {
      const kept = last.current.get(run.id);
      if (kept && isSame(kept, run, settings)) return [run.id, kept];
      return [run.id, { run, settings, plotted: plotRun(run, settings) }];
    }),
  );
  last.current = next;
  return [...next.values()].map(({ plotted }) => plotted);
}
