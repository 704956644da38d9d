import { computedRoles, laneRoles } from '../../../models/cells/roles.ts';
import { type StackPlace, scheduleStack } from '../../../models/cells/schedule.ts';
import type { StackSpec } from '../../../models/cells/stack.ts';
import type { LaneRole } from '../../../models/cells/types.ts';

/** One lane of one cell. */
export interface LabPlace extends StackPlace {
  readonly role: LaneRole;
}

/** Every value in the order in which it is computed: cell after cell, lane after lane. */
export interface Order {
  readonly cells: readonly StackPlace[];
  /** Lanes of the figure in the order in which a step computes them. */
  readonly roles: readonly LaneRole[];
}

export type Move = 'next-gate' | 'previous-gate' | 'next-step' | 'previous-step' | 'start';

/** Forward in time, all layers of a step and then the next step; both ways, a layer's chains one after the other. */
export function orderOf(stack: StackSpec, steps: number): Order {
  const lanes = laneRoles(stack.cell);
  return {
    cells: scheduleStack(stack, steps, 'steps').flat(),
    roles: computedRoles(stack.cell).filter((role) => lanes.includes(role)),
  };
}

const sameCell = (a: StackPlace, b: StackPlace): boolean =>
  a.layer === b.layer && a.step === b.step && a.direction === b.direction;

/** How many values are computed before this one. */
function rankOf({ cells, roles }: Order, place: LabPlace): number {
  const cell = cells.findIndex((other) => sameCell(other, place));
  return Math.max(0, cell) * roles.length + Math.max(0, roles.indexOf(place.role));
}

const countOf = ({ cells, roles }: Order): number => cells.length * roles.length;

export const isAtEnd = (order: Order, place: LabPlace): boolean =>
  rankOf(order, place) === countOf(order) - 1;
export const isAtStart = (order: Order, place: LabPlace): boolean => rankOf(order, place) === 0;

/** One lane on or back, one cell on or back in the same lane, or to the beginning; stays where it is at either end. */
export function movePlace(order: Order, place: LabPlace, move: Move): LabPlace {
  const { cells, roles } = order;
  const at = rankOf(order, place);
  const jumps: Readonly<Record<Move, number>> = {
    'next-gate': at + 1,
    'previous-gate': at - 1,
    'next-step': at + roles.length,
    'previous-step': at - roles.length,
    start: 0,
  };
  const last = countOf(order) - 1;
  const to = jumps[move];
  // A whole cell further than there is one: the cell at the end, in the same lane.
  const rank = Math.max(0, Math.min(last, to));
  const beyond = move === 'next-step' || move === 'previous-step' ? to !== rank : false;
  const cell = beyond ? (to < 0 ? cells[0] : cells.at(-1)) : cells[Math.floor(rank / roles.length)];
  const role = beyond ? place.role : roles[rank % roles.length];
  return { layer: 0, step: 0, direction: 0, ...cell, role: role ?? 'hidden' };
}

/** How far a walk that stands at `place` has come within one chain: its last computed step, −1 for none, and lane there. */
export function chainCursor(
  order: Order,
  place: LabPlace,
  { layer, direction }: Pick<StackPlace, 'layer' | 'direction'>,
): { readonly step: number; readonly role: LaneRole } {
  const rank = rankOf(order, place);
  const { cells, roles } = order;
  const reached = Math.floor(rank / roles.length);
  const index = cells.findLastIndex(
    (cell, i) => i <= reached && cell.layer === layer && cell.direction === direction,
  );
  const [first = 'hidden'] = roles;
  if (index < 0) return { step: -1, role: first };
  const role = index === reached ? roles[rank % roles.length] : roles.at(-1);
  return { step: cells[index]?.step ?? -1, role: role ?? first };
}

/** Whether a walk has finished a cell. */
export function isFinished(order: Order, place: LabPlace, cell: StackPlace): boolean {
  const role = order.roles.at(-1) ?? 'hidden';
  return rankOf(order, { ...cell, role }) <= rankOf(order, place);
}
