import type { EmbeddingPoint } from '../workers/embeddings/protocol.ts';
import { appendCurve, EMPTY_CURVE, type LossCurve } from './run-curve.ts';

type Curve = readonly EmbeddingPoint[];

/** More points than a plot has pixels. */
const MOST = 2048;

/** The curve with `points` after it, those of steps that it knows left out; above `most` every second of the old ones goes. */
export function appendPoints(curve: Curve, points: Curve, most = MOST): Curve {
  const last = curve.at(-1)?.step ?? Number.NEGATIVE_INFINITY;
  const fresh = points.filter(({ step }) => step > last);
  if (fresh.length === 0) return curve;
  let kept = curve;
  while (kept.length > 0 && kept.length + fresh.length > most) {
    const { length } = kept;
    kept = kept.filter((_, i) => (length - i) % 2 === 1);
  }
  return [...kept, ...fresh];
}

/** The curve up to and with `step`: what a run that goes back to that step still knows. */
export function pointsUntil(curve: Curve, step: number): Curve {
  const end = curve.findIndex((point) => point.step > step);
  return end === -1 ? curve : curve.slice(0, end);
}

/** As the store of checkpoints keeps it, which knows the curves of recurrent runs. */
export function asLossCurve(curve: Curve): LossCurve {
  return appendCurve(
    EMPTY_CURVE,
    curve.map((point) => ({ ...point, gradientNorm: Number.NaN, accuracy: null })),
  );
}

export function fromLossCurve({ steps, loss }: LossCurve): Curve {
  return Array.from(steps, (step, i) => ({ step, loss: loss[i] ?? Number.NaN }));
}
