import { isHeld } from '../../models/cells/holds.ts';
import { laneRoles } from '../../models/cells/roles.ts';
import type { LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import type { FigureToken } from './figureTypes.ts';

/** One number of a trace, or NaN where there is none. */
export function valueAt(trace: SequenceTrace, role: LaneRole, step: number, unit: number, batch = 0): number {
  const { size, shape, values } = trace;
  return values[role]?.[(step * size.batch + batch) * shape.hidden + unit] ?? Number.NaN;
}

/** Whether a lane is held by hand at a step: of one unit, or of any. */
export function isHeldAt(trace: SequenceTrace, role: LaneRole, step: number, unit: number | null): boolean {
  if (unit !== null) return isHeld(trace.holds, role, step, unit);
  return trace.holds.some((hold) => hold.role === role && hold.step === step);
}

/** Step that a column stands for, counted from 1. */
export const timeOf = (token: FigureToken, column: number): number => token.time ?? column + 1;

/** Time of the state before the first column: 0, the step before a stretch, or T + 1 where time runs backward. */
export function timeBefore(tokens: readonly FigureToken[]): number {
  const [first, second] = tokens;
  if (first?.time === undefined) return 0;
  const isForward = second?.time === undefined ? first.time > 1 : second.time > first.time;
  return isForward ? first.time - 1 : first.time + 1;
}

/** Lanes of the figure from top to bottom. */
export const figureLanes = (trace: SequenceTrace): readonly LaneRole[] => laneRoles(trace.spec);
