import { recallSteps } from '../../models/recall/recall.ts';
import { createTruncatedRecall } from '../../models/recall/truncated.ts';
import { type CostSettings, LAST_STEP, recallOptions, recallShape } from './cost-settings.ts';

/** Two networks on the recall task: one with its whole gradient, one with a truncated one. */
export interface RecallRuns {
  readonly done: number;
  /** Share of right answers in every batch so far: full, truncated. */
  accuracies(): readonly Float64Array[];
  /** One training step of each; false when both have come to their end. */
  step(): boolean;
}

/** Same seed, same sequences: only how far the error is sent back differs. */
export function createRecallRuns(settings: CostSettings): RecallRuns {
  const all = recallSteps(recallShape(settings));
  const windows = [all, Math.min(all, settings.window)];
  const trainers = windows.map((window) => createTruncatedRecall(recallOptions(settings, window)));
  const curves = windows.map(() => new Float64Array(LAST_STEP));
  let done = 0;
  return {
    get done() {
      return done;
    },
    accuracies: () => curves.map((curve) => curve.slice(0, done)),
    step() {
      if (done >= LAST_STEP) return false;
      trainers.forEach((trainer, at) => {
        curves[at]![done] = trainer.step().accuracy;
      });
      done += 1;
      return done < LAST_STEP;
    },
  };
}
