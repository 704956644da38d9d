import { lane } from '../../models/cells/lanes.ts';
import { PEEPHOLE_GATES, type PeepholeGate } from '../../models/cells/lstm/lstm.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { GateRole, LaneRole } from '../../models/cells/types.ts';
import { ACTIVATIONS } from '../../models/dense/activations.ts';
import type { StepCase, StepPass } from './step-case.ts';

/** What a factor of a backward equation is called; `symbols.ts` writes it in either notation. */
export type QuantityId =
  | LaneRole
  | 'previous-hidden'
  | 'previous-cell'
  | 'input'
  | 'bias'
  | 'target'
  | 'carried'
  | 'shown'
  | 'shown-slope'
  | 'one-minus-gate'
  | 'candidate-slope'
  | 'recurrent-weight'
  | 'input-weight'
  | 'peephole'
  | 'gradient'
  | 'pre-gradient';

/** One number of an arithmetic, and what it is: `role` names the gate or lane where the quantity alone does not. */
export interface Factor {
  readonly id: QuantityId;
  readonly role?: LaneRole;
  /** Units or positions, counted from 0: one for a vector, two for a matrix. */
  readonly at: readonly number[];
  readonly value: number;
}

/** Factors of one product; `sign` −1 subtracts it. */
export interface Product {
  readonly sign: 1 | -1;
  readonly factors: readonly Factor[];
}

/** A step and everything that its two passes computed, by name. */
export interface StepValues {
  readonly step: StepCase;
  readonly pass: StepPass;
}

const at = (values: ArrayLike<number>, index: number): number => values[index] ?? Number.NaN;

/** A lane's value at a unit. */
export function laneOf({ pass }: StepValues, role: LaneRole, unit: number): Factor {
  return { id: role, at: [unit], value: at(lane(pass.trace.values, role), unit) };
}

/** ∂L/∂lane as the backward pass computed it. */
export function gradientOf({ pass }: StepValues, role: LaneRole, unit: number): Factor {
  return { id: 'gradient', role, at: [unit], value: at(lane(pass.gradients.values, role), unit) };
}

/** ∂L/∂z of a gate. */
export function preGradientOf({ pass }: StepValues, role: GateRole, unit: number): Factor {
  return { id: 'pre-gradient', role, at: [unit], value: at(lane(pass.gradients.pre, role), unit) };
}

const GIVEN_IDS = {
  input: 'input',
  previousHidden: 'previous-hidden',
  previousCell: 'previous-cell',
  target: 'target',
  carried: 'carried',
} as const;

export function givenOf({ step }: StepValues, name: keyof typeof GIVEN_IDS, index: number): Factor {
  return { id: GIVEN_IDS[name], at: [index], value: at(step.given[name], index) };
}

/** tanh(c). */
export function shownOf(values: StepValues, unit: number): Factor {
  return { id: 'shown', at: [unit], value: Math.tanh(laneOf(values, 'cell', unit).value) };
}

/** 1 − tanh²(c). */
export function shownSlopeOf(values: StepValues, unit: number): Factor {
  const c = laneOf(values, 'cell', unit).value;
  return { id: 'shown-slope', at: [unit], value: ACTIVATIONS.tanh.derivative(c, Math.tanh(c)) };
}

/** What an activation's derivative brings: Γ and 1 − Γ for a gate, 1 − c̃² for the candidate. */
export function slopeOf(values: StepValues, role: GateRole, unit: number): readonly Factor[] {
  const value = laneOf(values, role, unit);
  if (role === 'candidate') return [{ id: 'candidate-slope', at: [unit], value: 1 - value.value ** 2 }];
  return [value, { id: 'one-minus-gate', role, at: [unit], value: 1 - value.value }];
}

/** Where a weight from `row` to a gate's `unit` lies in the model's matrix. */
export function weightIndex({ step }: StepValues, role: GateRole, row: number, unit: number): number {
  const roles = gateRoles(step.spec);
  const { hidden } = step.shape;
  return row * roles.length * hidden + roles.indexOf(role) * hidden + unit;
}

export function weightOf(
  values: StepValues,
  name: 'recurrentWeights' | 'inputWeights',
  role: GateRole,
  row: number,
  unit: number,
): Factor {
  const value = at(values.step.parameters[name], weightIndex(values, role, row, unit));
  const id = name === 'inputWeights' ? 'input-weight' : 'recurrent-weight';
  return { id, role, at: [unit, row], value };
}

export function peepholeOf({ step }: StepValues, role: PeepholeGate, unit: number): Factor {
  const index = PEEPHOLE_GATES.indexOf(role) * step.shape.hidden + unit;
  return { id: 'peephole', role, at: [unit], value: at(step.parameters.peepholes, index) };
}

export const evaluate = (products: readonly Product[]): number =>
  products.reduce(
    (sum, { sign, factors }) => sum + sign * factors.reduce((product, { value }) => product * value, 1),
    0,
  );
