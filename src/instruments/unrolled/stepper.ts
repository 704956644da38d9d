import { computedRoles, laneRoles } from '../../models/cells/roles.ts';
import type { CellSpec, LaneRole } from '../../models/cells/types.ts';

/** A place in the computation: step, counted from 0, and lane. */
export interface Place {
  readonly step: number;
  readonly role: LaneRole;
}

export type Move = 'next-gate' | 'previous-gate' | 'next-step' | 'previous-step' | 'start' | 'end';

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * Moves through a sequence in the order in which the cell computes it: gate by gate (on to the next step after the last gate),
 * or step by step in the same lane. Stays where it is at either end.
 */
export function movePlace(spec: CellSpec, steps: number, place: Place, move: Move): Place {
  const order = computedRoles(spec);
  const last = order.length * steps - 1;
  const at = place.step * order.length + Math.max(0, order.indexOf(place.role));
  const jump = { 'next-gate': at + 1, 'previous-gate': at - 1, start: 0, end: last };
  if (move === 'next-step') return { ...place, step: clamp(place.step + 1, 0, steps - 1) };
  if (move === 'previous-step') return { ...place, step: clamp(place.step - 1, 0, steps - 1) };
  const to = clamp(jump[move], 0, last);
  return { step: Math.floor(to / order.length), role: order[to % order.length] ?? 'hidden' };
}

/** The lane above or below in the drawing (not in the order of computation). */
export function moveLane(spec: CellSpec, role: LaneRole, by: 1 | -1): LaneRole {
  const lanes = laneRoles(spec);
  const to = clamp(lanes.indexOf(role) + by, 0, lanes.length - 1);
  return lanes[to] ?? role;
}

/** The same place in another cell or a shorter sentence: a lane that the cell lacks becomes the hidden state. */
export function fitPlace(spec: CellSpec, steps: number, place: Place): Place {
  const role = laneRoles(spec).includes(place.role) ? place.role : 'hidden';
  return { step: clamp(place.step, 0, Math.max(0, steps - 1)), role };
}

export const isAtEnd = (spec: CellSpec, steps: number, place: Place): boolean =>
  place.step === steps - 1 && place.role === computedRoles(spec).at(-1);
