import { HOLD_LANES } from '../../../instruments/unrolled/settings.ts';
import { directionCount, type StackHold, type StackSpec } from '../../../models/cells/stack.ts';
import type { LaneRole } from '../../../models/cells/types.ts';
import { MOST_STEPS } from '../state/settings.ts';

/** Last step of a rule that holds to the end, however long the sequence is. */
export const LAST_STEP = MOST_STEPS - 1;

/** A lane held by hand in one chain: for a range of steps, of one unit or of all. */
export interface HoldRule {
  readonly layer: number;
  /** 0 forward, 1 backward. */
  readonly direction: number;
  readonly role: LaneRole;
  /** First and last step, from 0; `to` may lie beyond the sequence. */
  readonly from: number;
  readonly to: number;
  /** Null: all units. */
  readonly unit: number | null;
  readonly value: number;
}

/** As a link carries it: layer, direction, lane's number, from, to, unit (−1: all), value. */
export const writeRule = (rule: HoldRule): readonly number[] => [
  rule.layer,
  rule.direction,
  HOLD_LANES.indexOf(rule.role),
  rule.from,
  rule.to,
  rule.unit ?? -1,
  rule.value,
];

export function readRules(rows: readonly (readonly number[])[]): readonly HoldRule[] {
  return rows.flatMap(([layer = 0, direction = 0, lane = -1, from = 0, to = 0, unit = -1, value = 0]) => {
    const role = HOLD_LANES[lane];
    return role ? [{ layer, direction, role, from, to, unit: unit < 0 ? null : unit, value }] : [];
  });
}

/** What the rules hold in a network of this shape over so many steps; where two meet, the later one. */
export function expandRules(
  { hidden, layers, ...stack }: StackSpec,
  steps: number,
  rules: readonly HoldRule[],
): readonly StackHold[] {
  const held = new Map<string, StackHold>();
  const fitting = rules.filter(({ layer, direction }) => layer < layers && direction < directionCount(stack));
  for (const { layer, direction, role, from, to, unit, value } of fitting) {
    const units = unit === null ? Array.from({ length: hidden }, (_, index) => index) : [unit];
    for (let step = Math.max(0, from); step <= Math.min(to, steps - 1); step++) {
      for (const each of units) {
        const key = `${layer},${direction},${role},${step},${each}`;
        // Taken out first: a hold that is set again comes last, as a rule that is set again does.
        held.delete(key);
        held.set(key, { layer, direction, role, step, unit: each, value });
      }
    }
  }
  return [...held.values()];
}

const sameRange = (a: HoldRule, b: HoldRule): boolean =>
  a.layer === b.layer &&
  a.direction === b.direction &&
  a.role === b.role &&
  a.from === b.from &&
  a.to === b.to &&
  a.unit === b.unit;

/** The rules with this one; one of the same lane, range and unit gives way to it. */
export function withRule(rules: readonly HoldRule[], rule: HoldRule): readonly HoldRule[] {
  const index = rules.findIndex((other) => sameRange(other, rule));
  return index < 0 ? [...rules, rule] : rules.with(index, rule);
}

/** Whether a rule reaches a single value. */
const covers = (rule: HoldRule, { step, unit }: Pick<StackHold, 'step' | 'unit'>): boolean =>
  rule.from <= step && step <= rule.to && (rule.unit === null || rule.unit === unit);

/** The rules without those that hold this value. */
export function withoutHold(
  rules: readonly HoldRule[],
  place: Omit<StackHold, 'value'>,
): readonly HoldRule[] {
  return rules.filter(
    (rule) =>
      rule.layer !== place.layer ||
      rule.direction !== place.direction ||
      rule.role !== place.role ||
      !covers(rule, place),
  );
}
