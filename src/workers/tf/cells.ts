import {
  add,
  matMul,
  mul,
  split,
  sub,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { gateActivation, gateRoles } from '../../models/cells/roles.ts';
import type {
  CellParameters,
  CellSpec,
  GateRole,
  GruSpec,
  LstmSpec,
  RnnSpec,
  SequenceSize,
} from '../../models/cells/types.ts';
import { TF_ACTIVATIONS } from './activations.ts';

/** A cell's parameters as tensors; null where the cell has none. */
export type CellTensors = { readonly [Name in keyof CellParameters]: Tensor | null };

/** a, and c for an LSTM: (B, n_a) each. */
export interface StateTensors {
  readonly hidden: Tensor2D;
  readonly cell: Tensor2D | null;
}

/** One layer bound to its parameters: (b + W_x x, previous state) → next state. */
type Step = (z: Tensor2D, previous: StateTensors) => StateTensors;

/** Runs one layer over (T·B, n_x) inputs, unrolled. The equations are those of `models/cells`. */
export function runLayer(
  spec: CellSpec,
  cell: CellTensors,
  input: Tensor2D,
  { steps }: SequenceSize,
  initial: StateTensors,
): { readonly outputs: readonly Tensor2D[]; readonly final: StateTensors } {
  const z = add(matMul(input, matrix(cell.inputWeights)), vector(cell.bias)) as Tensor2D;
  const step = bindStep(spec, cell);
  const outputs: Tensor2D[] = [];
  let state = initial;
  for (const zt of split<Tensor2D>(z, steps, 0)) {
    state = step(zt, state);
    outputs.push(state.hidden);
  }
  return { outputs, final: state };
}

function bindStep(spec: CellSpec, cell: CellTensors): Step {
  if (spec.kind === 'rnn') return bindRnn(spec, cell);
  return spec.kind === 'gru' ? bindGru(spec, cell) : bindLstm(spec, cell);
}

function bindRnn(spec: RnnSpec, { recurrentWeights }: CellTensors): Step {
  const weights = matrix(recurrentWeights);
  return (z, { hidden }) => ({
    hidden: activate(spec, 'candidate', add(z, matMul(hidden, weights))),
    cell: null,
  });
}

function bindLstm(spec: LstmSpec, { recurrentWeights, peepholes }: CellTensors): Step {
  const weights = matrix(recurrentWeights);
  const looks = peepholes ? split(peepholes, 3) : null;
  const look = (z: Tensor, gate: 0 | 1 | 2, c: Tensor) => (looks ? add(z, mul(looks[gate]!, c)) : z);
  return (z, { hidden, cell }) => {
    const previous = required(cell);
    const [zf, zu, zc, zo] = quarters(add(z, matMul(hidden, weights)));
    const forget = activate(spec, 'forget', look(zf, 0, previous));
    const update = activate(spec, 'update', look(zu, 1, previous));
    const candidate = activate(spec, 'candidate', zc);
    const c = add(mul(forget, previous), mul(update, candidate)) as Tensor2D;
    const output = activate(spec, 'output', look(zo, 2, c));
    return { hidden: mul(output, TF_ACTIVATIONS[spec.output](c)), cell: c };
  };
}

function bindGru(spec: GruSpec, cell: CellTensors): Step {
  const preActivations = spec.variant === 'full' ? bindFullGru(spec, cell) : bindSimplifiedGru(spec, cell);
  return (z, { hidden }) => {
    const [zu, zc] = preActivations(z, hidden);
    const update = activate(spec, 'update', zu);
    const candidate = activate(spec, 'candidate', zc);
    // a = to + Γ_u ∗ (from − to), with the side that Γ_u = 1 takes called `from`.
    const [from, to] = spec.update === 'writes' ? [candidate, hidden] : [hidden, candidate];
    return { hidden: add(to, mul(update, sub(from, to))), cell: null };
  };
}

/** z of update gate and candidate. */
type GruGates = (z: Tensor2D, hidden: Tensor2D) => readonly [Tensor, Tensor];

function bindSimplifiedGru(spec: GruSpec, { recurrentWeights }: CellTensors): GruGates {
  const weights = matrix(recurrentWeights);
  return (z, hidden) => {
    const [zu, zc] = split(add(z, matMul(hidden, weights)), gateRoles(spec).length, 1);
    return [required(zu), required(zc)];
  };
}

function bindFullGru(spec: GruSpec, { recurrentWeights, recurrentBias }: CellTensors): GruGates {
  const [update, reset, candidate] = split(matrix(recurrentWeights), 3, 1);
  const [wu, wr, wc] = [required(update), required(reset), required(candidate)];
  const bias = spec.reset === 'after' ? required(recurrentBias) : null;
  return (z, hidden) => {
    const [zu, zr, zc] = split(z, 3, 1);
    const gate = activate(spec, 'reset', add(required(zr), matMul(hidden, wr)));
    const recurrent = bias
      ? mul(gate, add(matMul(hidden, wc), bias))
      : matMul(mul(gate, hidden) as Tensor2D, wc);
    return [add(required(zu), matMul(hidden, wu)), add(required(zc), recurrent)];
  };
}

function activate(spec: CellSpec, role: GateRole, z: Tensor): Tensor2D {
  return TF_ACTIVATIONS[gateActivation(spec, role)](z) as Tensor2D;
}

function quarters(z: Tensor): readonly [Tensor, Tensor, Tensor, Tensor] {
  const [a, b, c, d] = split(z, 4, 1);
  return [required(a), required(b), required(c), required(d)];
}

const matrix = (tensor: Tensor | null) => required(tensor) as Tensor2D;
const vector = (tensor: Tensor | null) => required(tensor) as Tensor1D;

/** A tensor that this cell must have: without it the layout and the spec disagree. */
function required<T extends Tensor>(tensor: T | null | undefined): T {
  if (!tensor) throw new RangeError('the cell lacks a tensor that its equations need');
  return tensor;
}
