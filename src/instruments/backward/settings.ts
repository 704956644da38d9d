import { gateRoles } from '../../models/cells/roles.ts';
import type { GateRole } from '../../models/cells/types.ts';
import { choice, flag, integer, tuples } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { EQUATION_IDS } from './equations.ts';
import { createStepCase, GIVEN_NAMES, type GivenName, type StepCase } from './step-case.ts';

/** Everything about the figure that a link carries. */
export interface BackwardSettings {
  readonly hidden: '2' | '3';
  readonly peepholes: boolean;
  readonly seed: number;
  /** Equation on show, counted from 1. */
  readonly at: number;
  /** Gate whose weights are on show. */
  readonly gate: 'forget' | 'update' | 'candidate' | 'output';
  /** (given number's row in `GIVEN_NAMES`, position, value) changed by hand. */
  readonly given: readonly (readonly number[])[];
}

/** It opens at ∂L/∂c, the equation that the lesson is about. */
const OPENING = EQUATION_IDS.indexOf('cell') + 1;

export const TABLE: Table<BackwardSettings> = {
  hidden: { key: 'n', codec: choice('2', ['2', '3']) },
  peepholes: { key: 'peep', codec: flag(false) },
  seed: { key: 'seed', codec: integer(3, 0, 4294967295) },
  at: { key: 'eq', codec: integer(OPENING, 1, EQUATION_IDS.length) },
  gate: { key: 'gate', codec: choice('forget', ['forget', 'update', 'candidate', 'output']) },
  given: { key: 'given', codec: tuples(3, 16) },
};

/** Largest size of a number given by hand. */
export const GIVEN_LIMIT = 10;

/** The cell of these settings, with what was given by hand. Rows that name no number of this cell change nothing. */
export function settingsCase({
  hidden,
  seed,
  peepholes,
  given,
}: Pick<BackwardSettings, 'hidden' | 'seed' | 'peepholes' | 'given'>): StepCase {
  const step = createStepCase(Number(hidden), seed, peepholes);
  const changed = { ...step.given };
  for (const [row, position, value] of given) {
    const name = GIVEN_NAMES[row ?? -1];
    if (name) changed[name] = changed[name].map((old, i) => (i === position ? limit(value ?? old) : old));
  }
  return { ...step, given: changed };
}

const limit = (value: number): number => Math.max(-GIVEN_LIMIT, Math.min(GIVEN_LIMIT, value));

/** The rows with one given number set by hand. */
export function changeGiven(
  rows: BackwardSettings['given'],
  name: GivenName,
  position: number,
  value: number,
): BackwardSettings['given'] {
  const row = GIVEN_NAMES.indexOf(name);
  return [...rows.filter(([r, p]) => r !== row || p !== position), [row, position, value]];
}

export const isGate = (role: GateRole): role is BackwardSettings['gate'] => role !== 'reset';

/** Gates of the figure's cell in the model's order. */
export const stepGates = ({ spec }: StepCase): readonly BackwardSettings['gate'][] =>
  gateRoles(spec).filter(isGate);
