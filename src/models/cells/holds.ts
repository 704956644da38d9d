import { computedRoles } from './roles.ts';
import type { CellShape, CellSpec, Hold, LaneRole, SequenceSize } from './types.ts';

/** The holds that this cell and sequence have a place for; the others name no value, and are dropped. */
export function applicableHolds(
  spec: CellSpec,
  shape: CellShape,
  { steps }: SequenceSize,
  holds: readonly Hold[],
): readonly Hold[] {
  const within = (index: number, length: number) => Number.isInteger(index) && index >= 0 && index < length;
  return holds.filter(
    ({ role, step, unit }) =>
      computedRoles(spec).includes(role) && within(step, steps) && within(unit, shape.hidden),
  );
}

/** Whether a lane's value was held by hand instead of computed. */
export function isHeld(holds: readonly Hold[], role: LaneRole, step: number, unit: number): boolean {
  return holds.some((hold) => hold.role === role && hold.step === step && hold.unit === unit);
}

/**
 * Overwrites what is held of `role` at `step`, in every example, within a (B, n_a) block that begins at `start`: with the
 * held value, or with `instead` (0 stops a gradient).
 */
export function writeHolds(
  holds: readonly Hold[],
  role: LaneRole,
  step: number,
  block: {
    readonly values: Float64Array;
    readonly start: number;
    readonly batch: number;
    readonly hidden: number;
  },
  instead?: number,
): void {
  for (const hold of holds) {
    if (hold.role !== role || hold.step !== step) continue;
    for (let b = 0; b < block.batch; b++) {
      block.values[block.start + b * block.hidden + hold.unit] = instead ?? hold.value;
    }
  }
}
