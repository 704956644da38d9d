import type { CurveRun } from '../../../instruments/training-curves/curves.ts';
import type { TrainingView } from '../state/view.ts';
import type { PlotChoice } from './usePlotChoice.ts';

/** The runs on the plot: the open one as it is now, the others as they were saved. */
export function curveRuns({ state, open }: TrainingView, plot: PlotChoice): readonly CurveRun[] {
  return (state.models ?? []).flatMap((model): CurveRun[] => {
    const look = plot.lookOf(model.id);
    if (look === null) return [];
    const { id, name } = model;
    if (open?.model.id !== id) {
      const { curve, heldOut, clock } = model;
      return [{ id, name, look, curve, heldOut, clock }];
    }
    // While its saved state is on its way, a run shows what was saved with it.
    const isFresh = open.state.curve.length > 0 || open.state.heldOut.length > 0;
    const { curve, heldOut } = isFresh ? open.state : model;
    return [{ id, name, look, curve, heldOut, clock: state.clock }];
  });
}
