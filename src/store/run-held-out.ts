import type { HeldOutPoint } from '../workers/protocol.ts';
import { CURVE_POINTS } from './run-curve.ts';

export const NO_POINTS: readonly HeldOutPoint[] = [];

/**
 * The points with `fresh` behind them, oldest first; above `limit` every second of the old ones goes. A step that was measured
 * again, and what came after it, is replaced.
 */
export function appendHeldOut(
  points: readonly HeldOutPoint[],
  fresh: readonly HeldOutPoint[],
  limit = CURVE_POINTS,
): readonly HeldOutPoint[] {
  return fresh.reduce(
    (all, point) => [...thinned(truncateHeldOut(all, point.step - 1), limit), point],
    points,
  );
}

/** The points up to and with `step`. */
export function truncateHeldOut(points: readonly HeldOutPoint[], step: number): readonly HeldOutPoint[] {
  const end = points.findIndex((point) => point.step > step);
  return end === -1 ? points : points.slice(0, end);
}

/** Room for one more: every second point, the first and the last among them. */
function thinned(points: readonly HeldOutPoint[], limit: number): readonly HeldOutPoint[] {
  if (points.length < limit) return points;
  const last = points.length - 1;
  return points.filter((_, i) => i === 0 || (last - i) % 2 === 0);
}
