import { computedRoles } from '../../models/cells/roles.ts';
import type { CellSpec, LaneRole } from '../../models/cells/types.ts';

/** The value that the stepper computed last. */
export interface FigureCursor {
  readonly step: number;
  readonly role: LaneRole;
}

/** Whether the stepper has reached a value: steps in order, within a step the order of computation. Null: all is shown. */
export function isRevealed(
  spec: CellSpec,
  cursor: FigureCursor | null,
  role: LaneRole,
  step: number,
): boolean {
  if (!cursor || step < cursor.step) return true;
  if (step > cursor.step) return false;
  const order = computedRoles(spec);
  return order.indexOf(role) <= order.indexOf(cursor.role);
}
