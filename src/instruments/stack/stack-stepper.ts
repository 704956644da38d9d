import type { FigureCursor } from '../../components/diagrams/reveal.ts';
import { computedRoles, laneRoles } from '../../models/cells/roles.ts';
import type { StackPlace } from '../../models/cells/schedule.ts';
import type { CellSpec, LaneRole } from '../../models/cells/types.ts';
import type { Move } from '../unrolled/stepper.ts';

/** Groups of cells in the order of computation; those of a group are computed at once. */
export type Schedule = readonly (readonly StackPlace[])[];

/** One lane of one cell of a stack that runs forward in time. */
export interface StackStop {
  readonly layer: number;
  readonly step: number;
  readonly role: LaneRole;
}

/** What a cell computes and a figure shows, in the order of computation. */
export function shownRoles(spec: CellSpec): readonly LaneRole[] {
  const lanes = laneRoles(spec);
  return computedRoles(spec).filter((role) => lanes.includes(role));
}

/** The group in which a cell is computed; 0 for one that there is not. */
export function groupOf(schedule: Schedule, { layer, step }: Pick<StackStop, 'layer' | 'step'>): number {
  const found = schedule.findIndex((group) =>
    group.some((cell) => cell.layer === layer && cell.step === step),
  );
  return Math.max(0, found);
}

/** The cell of a group whose layer is nearest. */
function nearest(group: readonly StackPlace[], layer: number): StackPlace {
  const [first, ...others] = group;
  if (!first) throw new RangeError('a group without cells');
  return others.reduce(
    (best, cell) => (Math.abs(cell.layer - layer) < Math.abs(best.layer - layer) ? cell : best),
    first,
  );
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/**
 * Moves through a stack in the order of its schedule: lane by lane, then on to the next cell (or to all cells that come
 * next at once); or a whole group at a time. Stays where it is at either end. The schedule must have a group.
 */
export function moveStop(spec: CellSpec, schedule: Schedule, stop: StackStop, move: Move): StackStop {
  const roles = shownRoles(spec);
  const group = groupOf(schedule, stop);
  const at = group * roles.length + Math.max(0, roles.indexOf(stop.role));
  const last = schedule.length * roles.length - 1;
  const jumps: Readonly<Record<Move, number>> = {
    'next-gate': at + 1,
    'previous-gate': at - 1,
    'next-step': group < schedule.length - 1 ? at + roles.length : last,
    'previous-step': group > 0 ? at - roles.length : 0,
    start: 0,
    end: last,
  };
  const to = clamp(jumps[move], last);
  const reached = Math.floor(to / roles.length);
  const role = roles[to % roles.length] ?? 'hidden';
  if (reached === group) return { ...stop, role };
  const { layer, step } = nearest(schedule[reached] ?? [], stop.layer);
  return { layer, step, role };
}

export function isAtEnd(spec: CellSpec, schedule: Schedule, stop: StackStop): boolean {
  return groupOf(schedule, stop) === schedule.length - 1 && stop.role === shownRoles(spec).at(-1);
}

export function isAtStart(spec: CellSpec, schedule: Schedule, stop: StackStop): boolean {
  return groupOf(schedule, stop) === 0 && stop.role === shownRoles(spec)[0];
}

/** Whether a walk that stands at `stop` has computed a lane of a cell. */
export function isComputed(spec: CellSpec, schedule: Schedule, stop: StackStop, cell: StackStop): boolean {
  const [here, there] = [groupOf(schedule, stop), groupOf(schedule, cell)];
  if (here !== there) return there < here;
  const roles = shownRoles(spec);
  return roles.indexOf(cell.role) <= roles.indexOf(stop.role);
}

/** How far a walk has come within one layer: its last step that has anything, and that step's last lane. */
export function layerCursor(
  spec: CellSpec,
  schedule: Schedule,
  stop: StackStop,
  layer: number,
): FigureCursor {
  const roles = shownRoles(spec);
  const [first = 'hidden'] = roles;
  const steps = schedule.flat().filter((cell) => cell.layer === layer).length;
  const computed = (step: number, role: LaneRole) => isComputed(spec, schedule, stop, { layer, step, role });
  let step = steps - 1;
  while (step >= 0 && !computed(step, first)) step--;
  return { step, role: roles.findLast((role) => step >= 0 && computed(step, role)) ?? first };
}
