import { PEEPHOLE_GATES, type PeepholeGate } from '../../models/cells/lstm/lstm.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { GateRole, LaneRole } from '../../models/cells/types.ts';
import { numericDerivative, type Place } from './numeric.ts';
import type { GivenName } from './step-case.ts';
import {
  type Factor,
  givenOf,
  gradientOf,
  laneOf,
  type Product,
  peepholeOf,
  preGradientOf,
  type StepValues,
  shownOf,
  shownSlopeOf,
  slopeOf,
  weightIndex,
  weightOf,
} from './values.ts';

/** The backward equations of one LSTM step, in an order in which each uses only what stands above it. */
export const EQUATION_IDS = [
  'hidden',
  'output',
  'pre-output',
  'cell',
  'forget',
  'update',
  'candidate',
  'pre-forget',
  'pre-update',
  'pre-candidate',
  'weights',
  'previous-hidden',
  'previous-cell',
  'input',
] as const;
export type EquationId = (typeof EQUATION_IDS)[number];

/** One number on the left of an equation, and the arithmetic on its right. */
export interface Entry {
  readonly target: Factor;
  readonly products: readonly Product[];
  readonly place: Place;
}

type Equation = (values: StepValues) => readonly Entry[];

const plus = (...factors: readonly Factor[]): Product => ({ sign: 1, factors });
const minus = (...factors: readonly Factor[]): Product => ({ sign: -1, factors });
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const units = ({ step }: StepValues): readonly number[] => range(step.shape.hidden);

/** An equation of one lane, unit by unit. */
const laneEquation =
  (role: LaneRole, right: (values: StepValues, unit: number) => readonly Product[]): Equation =>
  (values) =>
    units(values).map((unit) => ({
      target: gradientOf(values, role, unit),
      products: right(values, unit),
      place: { kind: 'lane', role, unit },
    }));

/** ∂L/∂z = ∂L/∂Γ ∗ g′(z). Moving a gate's bias moves its z by as much, and with one example nothing else. */
const preEquation =
  (role: GateRole): Equation =>
  (values) =>
    units(values).map((unit) => ({
      target: preGradientOf(values, role, unit),
      products: [plus(gradientOf(values, role, unit), ...slopeOf(values, role, unit))],
      place: {
        kind: 'parameter',
        name: 'bias',
        index: gateRoles(values.step.spec).indexOf(role) * values.step.shape.hidden + unit,
      },
    }));

/** ∂c = δ + ∂a ∗ Γ_o ∗ (1 − tanh²c), and with peepholes what Γ_o saw of c. */
function cellTerms(values: StepValues, unit: number): readonly Product[] {
  const through = plus(
    gradientOf(values, 'hidden', unit),
    laneOf(values, 'output', unit),
    shownSlopeOf(values, unit),
  );
  return [plus(givenOf(values, 'carried', unit)), through, ...peepholeTerms(values, ['output'], unit)];
}

function peepholeTerms(values: StepValues, roles: readonly PeepholeGate[], unit: number): readonly Product[] {
  if (!values.step.spec.peepholes) return [];
  return roles.map((role) => plus(preGradientOf(values, role, unit), peepholeOf(values, role, unit)));
}

/** A given number's gradient, position by position. */
const givenEquation =
  (
    name: GivenName & ('input' | 'previousHidden' | 'previousCell'),
    gradients: (values: StepValues) => Float64Array | undefined,
    right: (values: StepValues, index: number) => readonly Product[],
  ): Equation =>
  (values) =>
    values.step.given[name].map((_, index) => ({
      target: { ...givenOf(values, name, index), value: gradients(values)?.[index] ?? Number.NaN },
      products: right(values, index),
      place: { kind: 'given', name, index },
    }));

/** Σ over gates and units of W ∗ ∂z: what comes back through the affine maps to one of their inputs. */
const throughWeights =
  (name: 'recurrentWeights' | 'inputWeights') =>
  (values: StepValues, row: number): readonly Product[] =>
    gateRoles(values.step.spec).flatMap((role) =>
      units(values).map((unit) =>
        plus(weightOf(values, name, role, row, unit), preGradientOf(values, role, unit)),
      ),
    );

/** ∂W = ∂z · inputᵀ for one gate, its two matrices and its bias. */
function gateWeights(values: StepValues, role: GateRole): readonly Entry[] {
  const { hidden, inputs } = values.step.shape;
  return units(values).flatMap((unit) => [
    ...range(hidden).map((row) => weightEntry(values, 'recurrentWeights', role, row, unit)),
    ...range(inputs).map((row) => weightEntry(values, 'inputWeights', role, row, unit)),
    biasEntry(values, role, unit),
  ]);
}

function weightEntry(
  values: StepValues,
  name: 'recurrentWeights' | 'inputWeights',
  role: GateRole,
  row: number,
  unit: number,
): Entry {
  const index = weightIndex(values, role, row, unit);
  const from = givenOf(values, name === 'inputWeights' ? 'input' : 'previousHidden', row);
  return {
    target: {
      ...weightOf(values, name, role, row, unit),
      value: values.pass.gradients.parameters[name][index] ?? Number.NaN,
    },
    products: [plus(preGradientOf(values, role, unit), from)],
    place: { kind: 'parameter', name, index },
  };
}

function biasEntry(values: StepValues, role: GateRole, unit: number): Entry {
  const index = gateRoles(values.step.spec).indexOf(role) * values.step.shape.hidden + unit;
  return {
    target: {
      id: 'bias',
      role,
      at: [unit],
      value: values.pass.gradients.parameters.bias[index] ?? Number.NaN,
    },
    products: [plus(preGradientOf(values, role, unit))],
    place: { kind: 'parameter', name: 'bias', index },
  };
}

/** ∂p = ∂z ∗ c: Γ_f and Γ_u looked at c_prev, Γ_o at c. */
function peepholeWeights(values: StepValues): readonly Entry[] {
  if (!values.step.spec.peepholes) return [];
  return PEEPHOLE_GATES.flatMap((role, gate) =>
    units(values).map((unit) => {
      const index = gate * values.step.shape.hidden + unit;
      const seen = role === 'output' ? laneOf(values, 'cell', unit) : givenOf(values, 'previousCell', unit);
      return {
        target: {
          ...peepholeOf(values, role, unit),
          value: values.pass.gradients.parameters.peepholes[index] ?? Number.NaN,
        },
        products: [plus(preGradientOf(values, role, unit), seen)],
        place: { kind: 'parameter', name: 'peepholes', index } as const,
      };
    }),
  );
}

/** Each equation's left and right sides for a step. */
export const EQUATIONS: Readonly<Record<EquationId, Equation>> = {
  hidden: laneEquation('hidden', (v, k) => [plus(laneOf(v, 'hidden', k)), minus(givenOf(v, 'target', k))]),
  output: laneEquation('output', (v, k) => [plus(gradientOf(v, 'hidden', k), shownOf(v, k))]),
  'pre-output': preEquation('output'),
  cell: laneEquation('cell', cellTerms),
  forget: laneEquation('forget', (v, k) => [plus(gradientOf(v, 'cell', k), givenOf(v, 'previousCell', k))]),
  update: laneEquation('update', (v, k) => [plus(gradientOf(v, 'cell', k), laneOf(v, 'candidate', k))]),
  candidate: laneEquation('candidate', (v, k) => [plus(gradientOf(v, 'cell', k), laneOf(v, 'update', k))]),
  'pre-forget': preEquation('forget'),
  'pre-update': preEquation('update'),
  'pre-candidate': preEquation('candidate'),
  weights: (values) => [
    ...gateRoles(values.step.spec).flatMap((role) => gateWeights(values, role)),
    ...peepholeWeights(values),
  ],
  'previous-hidden': givenEquation(
    'previousHidden',
    (v) => v.pass.gradients.initial.hidden,
    throughWeights('recurrentWeights'),
  ),
  'previous-cell': givenEquation(
    'previousCell',
    (v) => v.pass.gradients.initial.cell,
    (v, k) => [
      plus(gradientOf(v, 'cell', k), laneOf(v, 'forget', k)),
      ...peepholeTerms(v, ['forget', 'update'], k),
    ],
  ),
  input: givenEquation('input', (v) => v.pass.gradients.input, throughWeights('inputWeights')),
};

/** The same number found twice: by the backward pass, and by moving the thing itself. */
export interface CheckedEntry extends Entry {
  readonly analytic: number;
  readonly numeric: number;
}

/** An equation's entries beside finite differences of the forward pass. */
export function checkEquation(values: StepValues, id: EquationId): readonly CheckedEntry[] {
  return EQUATIONS[id](values).map((entry) => ({
    ...entry,
    analytic: entry.target.value,
    numeric: numericDerivative(values.step, entry.place),
  }));
}

/** What an equation's left side belongs to, for its colour. */
export const EQUATION_ROLE: Readonly<Record<EquationId, LaneRole | 'input' | null>> = {
  hidden: 'hidden',
  output: 'output',
  'pre-output': 'output',
  cell: 'cell',
  forget: 'forget',
  update: 'update',
  candidate: 'candidate',
  'pre-forget': 'forget',
  'pre-update': 'update',
  'pre-candidate': 'candidate',
  weights: null,
  'previous-hidden': 'hidden',
  'previous-cell': 'cell',
  input: 'input',
};
