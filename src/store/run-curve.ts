import type { LossPoint } from '../workers/protocol.ts';

/** A run's losses as columns, oldest first; `length` numbers each. Never changed in place. */
export interface LossCurve {
  readonly length: number;
  readonly steps: Float64Array;
  /** Mean cross-entropy per token, nats. */
  readonly loss: Float64Array;
  readonly gradientNorm: Float64Array;
  /** NaN where the task has none. */
  readonly accuracy: Float64Array;
}

const COLUMNS = ['steps', 'loss', 'gradientNorm', 'accuracy'] as const;
type Column = (typeof COLUMNS)[number];

/** More points than a plot has pixels. */
export const CURVE_POINTS = 2048;

export const EMPTY_CURVE: LossCurve = fromColumns(() => new Float64Array(0), 0);

/** The curve with `points` after it; above `limit` every second of the old points goes. */
export function appendCurve(curve: LossCurve, points: readonly LossPoint[], limit = CURVE_POINTS): LossCurve {
  const last = curve.steps.at(-1) ?? Number.NEGATIVE_INFINITY;
  const fresh = points.filter(({ step }) => step > last);
  if (fresh.length === 0) return curve;
  let kept = curve;
  while (kept.length > 0 && kept.length + fresh.length > limit) kept = everySecond(kept);
  const added: Record<Column, (point: LossPoint) => number> = {
    steps: ({ step }) => step,
    loss: ({ loss }) => loss,
    gradientNorm: ({ gradientNorm }) => gradientNorm,
    accuracy: ({ accuracy }) => accuracy ?? Number.NaN,
  };
  const length = kept.length + fresh.length;
  return fromColumns((column) => {
    const values = new Float64Array(length);
    values.set(kept[column]);
    values.set(fresh.map(added[column]), kept.length);
    return values;
  }, length);
}

/** The curve up to and with `step`: what a run that goes back to that step still knows. */
export function truncateCurve(curve: LossCurve, step: number): LossCurve {
  const end = curve.steps.findIndex((each) => each > step);
  return end === -1 ? curve : fromColumns((column) => curve[column].slice(0, end), end);
}

/** A resumed run knows its last step's loss, though it did not do that step itself. */
export function withLatest(points: readonly LossPoint[], stats: LossPoint): readonly LossPoint[] {
  const isMissing = stats.step > 0 && points.at(-1)?.step !== stats.step;
  return isMissing ? [...points, stats] : points;
}

/** Every second point, the last one among them: the step before the newest losses is never a gap. */
function everySecond(curve: LossCurve): LossCurve {
  const length = Math.floor(curve.length / 2);
  const first = curve.length - 2 * length + 1;
  return fromColumns(
    (column) => Float64Array.from({ length }, (_, i) => curve[column][first + 2 * i]!),
    length,
  );
}

function fromColumns(column: (name: Column) => Float64Array, length: number): LossCurve {
  return {
    length,
    steps: column('steps'),
    loss: column('loss'),
    gradientNorm: column('gradientNorm'),
    accuracy: column('accuracy'),
  };
}
