import { ACTIVATIONS, type Activation } from '../dense/activations.ts';
import { isHeld } from './holds.ts';
import { lane } from './lanes.ts';
import { previousValue, type UnitPlace, valueIndex } from './operands.ts';
import type { GruSpec, LaneRole, LstmSpec, SequenceTrace } from './types.ts';

/** One factor of a product: a lane's value, or something simple made of it. */
export interface Factor {
  readonly lane: LaneRole;
  /** `previous`: the value of the step computed before. */
  readonly when: 'now' | 'previous';
  /** The lane's own value, v. */
  readonly operand: number;
  /** `value` v · `one-minus` 1 − v · `activated` g(v). */
  readonly form: 'value' | 'one-minus' | 'activated';
  /** g of `activated`. */
  readonly activation?: Activation;
  /** The number that is multiplied. */
  readonly value: number;
}

export interface StateTerm {
  readonly factors: readonly Factor[];
  readonly product: number;
}

/** The arithmetic of a lane that has no weights of its own. */
export interface StateOperands {
  readonly role: 'cell' | 'hidden';
  readonly terms: readonly StateTerm[];
  /** The sum of the products: what the equation gives. */
  readonly computed: number;
  /** What the lane holds: `computed`, unless held by hand. */
  readonly value: number;
  readonly held: boolean;
}

/**
 * How one unit's cell or hidden value came about:
 * LSTM c = Γ_f·c_prev + Γ_u·c̃ and a = Γ_o·g(c) · GRU a = Γ_u·c̃ + (1 − Γ_u)·a_prev, or mirrored where Γ_u keeps · RNN a = the
 * candidate. Throws a RangeError for the cell lane of a network that has none.
 */
export function stateOperands(
  trace: SequenceTrace,
  place: UnitPlace & { readonly role: 'cell' | 'hidden' },
): StateOperands {
  const { role, step, unit } = place;
  const value = lane(trace.values, role)[valueIndex(trace, place)] ?? Number.NaN;
  const terms = stateTerms(trace, place);
  return {
    role,
    terms,
    computed: terms.reduce((sum, { product }) => sum + product, 0),
    value,
    held: isHeld(trace.holds, role, step, unit),
  };
}

function stateTerms(
  trace: SequenceTrace,
  place: UnitPlace & { readonly role: 'cell' | 'hidden' },
): readonly StateTerm[] {
  const { spec } = trace;
  if (spec.kind === 'rnn') return [product(now(trace, place, 'candidate'))];
  if (spec.kind === 'gru') return mixTerms(spec, trace, place);
  return place.role === 'cell' ? cellTerms(trace, place) : [outputTerm(spec, trace, place)];
}

/** Γ_f·c_prev + Γ_u·c̃. */
function cellTerms(trace: SequenceTrace, place: UnitPlace): readonly StateTerm[] {
  return [
    product(now(trace, place, 'forget'), previous(trace, place, 'cell')),
    product(now(trace, place, 'update'), now(trace, place, 'candidate')),
  ];
}

/** Γ_o·g(c). */
function outputTerm({ output }: LstmSpec, trace: SequenceTrace, place: UnitPlace): StateTerm {
  const cell = now(trace, place, 'cell');
  const shown = ACTIVATIONS[output].value(cell.operand);
  return product(now(trace, place, 'output'), {
    ...cell,
    form: 'activated',
    activation: output,
    value: shown,
  });
}

/** Γ_u·c̃ + (1 − Γ_u)·a_prev where Γ_u writes, (1 − Γ_u)·c̃ + Γ_u·a_prev where it keeps. */
function mixTerms(spec: GruSpec, trace: SequenceTrace, place: UnitPlace): readonly StateTerm[] {
  const gate = now(trace, place, 'update');
  const rest: Factor = { ...gate, form: 'one-minus', value: 1 - gate.operand };
  const [write, keep] = spec.update === 'writes' ? [gate, rest] : [rest, gate];
  return [product(write, now(trace, place, 'candidate')), product(keep, previous(trace, place, 'hidden'))];
}

function product(...factors: readonly Factor[]): StateTerm {
  return { factors, product: factors.reduce((result, { value }) => result * value, 1) };
}

function now(trace: SequenceTrace, place: UnitPlace, role: LaneRole): Factor {
  const value = lane(trace.values, role)[valueIndex(trace, place)] ?? Number.NaN;
  return { lane: role, when: 'now', operand: value, form: 'value', value };
}

function previous(trace: SequenceTrace, place: UnitPlace, role: 'hidden' | 'cell'): Factor {
  const value = previousValue(trace, role, place);
  return { lane: role, when: 'previous', operand: value, form: 'value', value };
}
