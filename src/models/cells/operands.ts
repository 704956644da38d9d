import type { Activation } from '../dense/activations.ts';
import { isHeld } from './holds.ts';
import { lane } from './lanes.ts';
import { PEEPHOLE_GATES, type PeepholeGate } from './lstm/lstm.ts';
import { cellSlots } from './parameters.ts';
import { gateActivation, gateRoles } from './roles.ts';
import type { CellParameters, GateRole, SequenceTrace } from './types.ts';

/** One number of a trace: a step, an example of the batch, a unit. */
export interface UnitPlace {
  readonly step: number;
  readonly batch: number;
  readonly unit: number;
}

/** One product of a pre-activation. */
export interface Term {
  /** `cell` is a peephole; a bias multiplies 1. */
  readonly source: 'hidden' | 'input' | 'cell' | 'bias' | 'recurrent-bias';
  /** Unit, input or token id that `value` belongs to. */
  readonly index: number;
  readonly value: number;
  readonly weight: number;
  /** A GRU's candidate only: Γ_r of the operand's unit (reset before) or of this unit (reset after). */
  readonly reset?: number;
  /** value · weight, times `reset` where there is one. */
  readonly product: number;
  /** Where `weight` stands in the cell's flat vector (order of `cellSlots`). */
  readonly parameterIndex: number;
}

export interface GateOperands {
  readonly role: GateRole;
  /** Hidden, input, peephole, bias. A one-hot input is one term: all others are 0. */
  readonly terms: readonly Term[];
  /** z: the sum of all products. */
  readonly pre: number;
  /** What the lane holds: g(z), unless held by hand. */
  readonly value: number;
  readonly activation: Activation;
  readonly held: boolean;
}

/** The true operands of one gate (or candidate) of one unit at one step: what a detail panel prints. */
export function gateOperands(
  trace: SequenceTrace,
  parameters: CellParameters,
  place: UnitPlace & { readonly role: GateRole },
): GateOperands {
  const { role, step, unit } = place;
  const context = createContext(trace, parameters, place, role);
  const at = valueIndex(trace, place);
  return {
    role,
    terms: [
      ...hiddenTerms(context),
      ...inputTerms(context),
      ...peepholeTerms(context),
      ...biasTerms(context),
    ],
    pre: lane(trace.pre, role)[at] ?? Number.NaN,
    value: lane(trace.values, role)[at] ?? Number.NaN,
    activation: gateActivation(trace.spec, role),
    held: isHeld(trace.holds, role, step, unit),
  };
}

/** Index of a unit's value in a (T, B, n_a) lane. */
export function valueIndex({ size, shape }: SequenceTrace, { step, batch, unit }: UnitPlace): number {
  return (step * size.batch + batch) * shape.hidden + unit;
}

/** A lane's value of `unit` before this step: of the step computed before it, or of the initial state. */
export function previousValue(
  trace: SequenceTrace,
  role: 'hidden' | 'cell',
  { step, batch, unit }: UnitPlace,
): number {
  const before = step + (trace.reverse ? 1 : -1);
  if (before < 0 || before >= trace.size.steps) {
    return trace.initial[role][batch * trace.shape.hidden + unit] ?? Number.NaN;
  }
  return lane(trace.values, role)[valueIndex(trace, { step: before, batch, unit })] ?? Number.NaN;
}

interface Context extends UnitPlace {
  readonly trace: SequenceTrace;
  readonly parameters: CellParameters;
  readonly role: GateRole;
  /** G·n_a, and this gate's and unit's column in it. */
  readonly columns: number;
  readonly column: number;
  /** Where each slot begins in the cell's flat vector. */
  readonly starts: Readonly<Record<keyof CellParameters, number>>;
}

function createContext(
  trace: SequenceTrace,
  parameters: CellParameters,
  place: UnitPlace,
  role: GateRole,
): Context {
  const { spec, shape } = trace;
  const roles = gateRoles(spec);
  const starts = { inputWeights: 0, recurrentWeights: 0, bias: 0, recurrentBias: 0, peepholes: 0 };
  let start = 0;
  for (const { name, length } of cellSlots(spec, shape)) {
    starts[name] = start;
    start += length;
  }
  const column = roles.indexOf(role) * shape.hidden + place.unit;
  return { ...place, trace, parameters, role, columns: roles.length * shape.hidden, column, starts };
}

function term(
  { parameters, starts }: Context,
  slot: keyof CellParameters,
  offset: number,
  operand: {
    readonly source: Term['source'];
    readonly index: number;
    readonly value: number;
    readonly reset?: number;
  },
): Term {
  const weight = parameters[slot][offset] ?? Number.NaN;
  const product = operand.value * weight * (operand.reset ?? 1);
  return { ...operand, weight, product, parameterIndex: starts[slot] + offset };
}

/** Γ_r of a unit at this step; nothing where this gate's recurrent part is not reset. */
function resetOf({ trace, role, step, batch }: Context, unit: number): { readonly reset?: number } {
  if (role !== 'candidate' || !trace.values.reset) return {};
  return { reset: trace.values.reset[valueIndex(trace, { step, batch, unit })] ?? Number.NaN };
}

function isResetBefore({ spec }: SequenceTrace): boolean {
  return spec.kind === 'gru' && spec.reset === 'before';
}

function hiddenTerms(context: Context): readonly Term[] {
  const { trace, columns, column, unit, step, batch } = context;
  return Array.from({ length: trace.shape.hidden }, (_, index) =>
    term(context, 'recurrentWeights', index * columns + column, {
      source: 'hidden',
      index,
      value: previousValue(trace, 'hidden', { step, batch, unit: index }),
      ...resetOf(context, isResetBefore(trace) ? index : unit),
    }),
  );
}

function inputTerms(context: Context): readonly Term[] {
  const { trace, columns, column, step, batch } = context;
  const { input, shape, size } = trace;
  const row = step * size.batch + batch;
  const make = (index: number, value: number) =>
    term(context, 'inputWeights', index * columns + column, { source: 'input', index, value });
  if (input.form === 'one-hot') return [make(input.ids[row] ?? 0, 1)];
  return Array.from({ length: shape.inputs }, (_, index) =>
    make(index, input.values[row * shape.inputs + index] ?? Number.NaN),
  );
}

function isPeepholeGate(role: GateRole): role is PeepholeGate {
  return (PEEPHOLE_GATES as readonly GateRole[]).includes(role);
}

/** Γ_f and Γ_u look at c_prev, Γ_o at c. */
function peepholeTerms(context: Context): readonly Term[] {
  const { trace, role, unit } = context;
  if (trace.spec.kind !== 'lstm' || !trace.spec.peepholes || !isPeepholeGate(role)) return [];
  const value =
    role === 'output'
      ? (lane(trace.values, 'cell')[valueIndex(trace, context)] ?? Number.NaN)
      : previousValue(trace, 'cell', context);
  const offset = PEEPHOLE_GATES.indexOf(role) * trace.shape.hidden + unit;
  return [term(context, 'peepholes', offset, { source: 'cell', index: unit, value })];
}

function biasTerms(context: Context): readonly Term[] {
  const { parameters, role, column, unit } = context;
  const bias = term(context, 'bias', column, { source: 'bias', index: unit, value: 1 });
  if (role !== 'candidate' || parameters.recurrentBias.length === 0) return [bias];
  const operand = { source: 'recurrent-bias', index: unit, value: 1, ...resetOf(context, unit) } as const;
  return [bias, term(context, 'recurrentBias', unit, operand)];
}
