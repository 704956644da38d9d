import { isHeld } from '../../models/cells/holds.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { CellSpec, LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import type { HoldLane } from './settings.ts';

/** A row of the drawing: a lane of one unit; the answer belongs to none. */
export interface HoldRow {
  readonly lane: HoldLane;
  /** Counted from 0; −1: of no unit. */
  readonly unit: number;
}

/** Gates that a row of their own shows: all of the selected unit, of the others only the update gate. */
const gatesShown = (spec: CellSpec, isSelected: boolean) =>
  gateRoles(spec).filter((role) => role === 'update' || (role === 'reset' && isSelected));

/** Rows under the input, from top to bottom. */
export function holdRows(spec: CellSpec, units: number, selected: number): readonly HoldRow[] {
  const own = Array.from({ length: units }, (_, unit) => [
    ...gatesShown(spec, unit === selected).map((lane) => ({ lane, unit }) as HoldRow),
    { lane: 'hidden', unit } as const,
  ]);
  return [...own.flat(), { lane: 'answer', unit: -1 }];
}

/** Row of a selection, the input being row 0; a candidate stands in its memory's row, and what is not shown in the nearest one. */
export function rowOf(rows: readonly HoldRow[], lane: HoldLane, unit: number): number {
  if (lane === 'input') return 0;
  const shown = lane === 'candidate' ? 'hidden' : lane;
  const found = rows.findIndex((row) => row.lane === shown && (row.unit === unit || row.unit < 0));
  const instead = found < 0 ? rows.findIndex((row) => row.lane === 'hidden' && row.unit === unit) : found;
  return instead + 1;
}

/** One lane of one unit, step by step. */
export function laneValues({ values, shape, size }: SequenceTrace, role: LaneRole, unit: number): number[] {
  const all = values[role];
  return Array.from({ length: size.steps }, (_, step) => all?.[step * shape.hidden + unit] ?? Number.NaN);
}

/** Steps at which it is held by hand. */
export const heldSteps = (
  { holds, size }: SequenceTrace,
  role: LaneRole,
  unit: number,
): ReadonlySet<number> =>
  new Set(
    Array.from({ length: size.steps }, (_, step) => step).filter((step) => isHeld(holds, role, step, unit)),
  );
