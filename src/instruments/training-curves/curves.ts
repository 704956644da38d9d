import { type Columns, nearestIndex } from '../../components/plots/curve.ts';
import { type Clock, secondsAt } from '../../store/run-clock.ts';
import type { LossCurve } from '../../store/run-curve.ts';
import type { HeldOutPoint } from '../../workers/protocol.ts';
import type { CurveSettings } from './settings.ts';
import { smooth } from './smooth.ts';

/** A run as the plot is given it. */
export interface CurveRun {
  readonly id: string;
  readonly name: string;
  /** Which of the looks it has: it keeps it as long as it is on the plot. */
  readonly look: number;
  readonly curve: LossCurve;
  readonly heldOut: readonly HeldOutPoint[];
  readonly clock: Clock;
}

/** A run's columns on the axes that were asked for. */
export interface PlottedRun {
  readonly raw: Columns;
  readonly smooth: Columns;
  readonly measured: Columns;
  readonly norm: Columns;
  readonly smoothNorm: Columns;
}

const mapY = ({ x, y, length }: Columns, map: (value: number) => number): Columns => ({
  x,
  y: y.map(map),
  length,
});
const withX = ({ y, length }: Columns, x: Float64Array): Columns => ({ x, y, length });

/** Perplexity is e to the loss; what is averaged is the loss. */
const onAxis = (quantity: CurveSettings['quantity']): ((loss: number) => number) =>
  quantity === 'loss' ? (loss) => loss : Math.exp;

/** Seconds behind each of the steps. */
function secondsOf(clock: Clock, steps: Float64Array): Float64Array {
  return steps.map((step) => secondsAt(clock, step));
}

export function plotRun({ curve, heldOut, clock }: CurveRun, settings: CurveSettings): PlottedRun {
  const { steps, length } = curve;
  const map = onAxis(settings.quantity);
  const loss: Columns = { x: steps, y: curve.loss, length };
  const norm: Columns = { x: steps, y: curve.gradientNorm, length };
  const isTime = settings.against === 'time';
  const x = isTime ? secondsOf(clock, steps) : steps;
  const at = Float64Array.from(heldOut, ({ step }) => step);
  const measured = Float64Array.from(heldOut, (point) => map(point.loss));
  return {
    raw: withX(mapY(loss, map), x),
    smooth: withX(mapY(smooth(loss, settings.window), map), x),
    measured: { x: isTime ? secondsOf(clock, at) : at, y: measured, length: heldOut.length },
    norm: withX(norm, x),
    smoothNorm: withX(smooth(norm, settings.window), x),
  };
}

/** What a run was at a step, as a table says it. NaN where nothing is known. */
export interface Reading {
  readonly step: number;
  readonly seconds: number;
  /** Smoothed, nats. */
  readonly loss: number;
  readonly norm: number;
  /** The last measurement at or before the step; null before the first. */
  readonly heldOut: HeldOutPoint | null;
}

/** The run's state nearest to a step; its last when `step` is null. Null for a run without a step. */
export function readRun(run: CurveRun, step: number | null, window: number): Reading | null {
  const { curve, heldOut, clock } = run;
  const { steps, length } = curve;
  const loss: Columns = { x: steps, y: curve.loss, length };
  const i = step === null ? length - 1 : nearestIndex(loss, step);
  const found = steps[i];
  if (found === undefined) return null;
  const until = { length: i + 1, x: steps };
  return {
    step: found,
    seconds: secondsAt(clock, found),
    loss: smooth({ ...until, y: curve.loss }, window).y[i] ?? Number.NaN,
    norm: smooth({ ...until, y: curve.gradientNorm }, window).y[i] ?? Number.NaN,
    heldOut: heldOut.findLast((point) => point.step <= found) ?? null,
  };
}

/** Lowest held-out loss; null when nothing was measured. */
export const bestOf = (heldOut: readonly HeldOutPoint[]): HeldOutPoint | null =>
  heldOut.reduce<HeldOutPoint | null>(
    (best, point) => (best && best.loss <= point.loss ? best : point),
    null,
  );

/** Step of a place on the x axis, along a run's own clock where the axis is time. */
export function stepAt({ curve, clock }: CurveRun, x: number, against: CurveSettings['against']): number {
  if (against === 'step') return x;
  const seconds = secondsOf(clock, curve.steps);
  const i = nearestIndex({ x: seconds, y: seconds, length: curve.length }, x);
  return curve.steps[i] ?? 0;
}
