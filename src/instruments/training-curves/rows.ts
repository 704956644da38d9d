import type { CsvValue } from '../../components/interaction/csv.ts';
import { secondsAt } from '../../store/run-clock.ts';
import type { CurveRun } from './curves.ts';

const HEADS = ['run', 'step', 'seconds', 'train_loss', 'gradient_norm', 'dev_loss'] as const;

const known = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Every point of every run, all digits: training losses as they were, held-out losses in rows of their own. */
export function curveRows(runs: readonly CurveRun[]): readonly (readonly CsvValue[])[] {
  const rows = runs.flatMap(({ name, curve, heldOut, clock }) => {
    const trained = Array.from({ length: curve.length }, (_, i) => {
      const step = curve.steps[i] ?? 0;
      return [
        name,
        step,
        known(secondsAt(clock, step)),
        known(curve.loss[i]),
        known(curve.gradientNorm[i]),
        null,
      ];
    });
    const measured = heldOut.map(({ step, loss }) => [
      name,
      step,
      known(secondsAt(clock, step)),
      null,
      null,
      known(loss),
    ]);
    return [...trained, ...measured];
  });
  return [HEADS, ...rows];
}
