import { applyActivation, applyDerivative } from '../dense/activations.ts';
import { writeHolds } from './holds.ts';
import { lane } from './lanes.ts';
import { writeSkipped } from './masks.ts';
import {
  addProduct,
  addProductBack,
  addProductWeights,
  addRowSums,
  addRows,
  addRowWeights,
  type Columns,
  fillRows,
} from './products.ts';
import { gateActivation, gateRoles } from './roles.ts';
import type {
  CellParameters,
  CellShape,
  CellSpec,
  GateRole,
  LaneRole,
  SequenceGradients,
  SequenceTrace,
} from './types.ts';

/*
 * What all cells share. A gate is an affine map of the input and of a recurrent operand (a_prev; for a GRU's candidate
 * Γ_r ∗ a_prev), then an activation, then whatever is held by hand. The cells differ only in how gates combine.
 */

/** One gate's columns of the weights. */
export interface GateColumns {
  readonly input: Columns;
  readonly recurrent: Columns;
  /** Where the gate's bias begins. */
  readonly bias: number;
}

/** Where in the sequence a pass stands. Moved in place: nothing is allocated inside the time loop. */
export interface Cursor {
  step: number;
  /** Where this step's (B, n_a) block begins in a (T, B, n_a) array. */
  start: number;
  /** a_prev and c_prev: blocks that begin at `previousStart`. */
  previousHidden: Float64Array;
  previousCell: Float64Array;
  previousStart: number;
}

interface Pass extends Cursor {
  readonly spec: CellSpec;
  readonly shape: CellShape;
  readonly batch: number;
  /** B·n_a: length of a block. */
  readonly block: number;
  readonly parameters: CellParameters;
  readonly columns: Partial<Record<GateRole, GateColumns>>;
  /** Scratch (B, n_a): the recurrent operand of a GRU's candidate. */
  readonly operand: Float64Array;
}

export interface ForwardPass extends Pass {
  readonly trace: Omit<SequenceTrace, 'final'>;
}

export interface BackwardPass extends Pass {
  readonly trace: SequenceTrace;
  readonly gradients: SequenceGradients;
  readonly gradientColumns: Partial<Record<GateRole, GateColumns>>;
  /** ∂L/∂a_prev and ∂L/∂c_prev (B, n_a), collected for the step before. */
  readonly hidden: Float64Array;
  readonly cell: Float64Array;
  /** Scratch (B, n_a): a lane's gradient with held units set to 0. */
  readonly flow: Float64Array;
  /** Scratch (B, n_a): gradient of `operand`. */
  readonly operandGradient: Float64Array;
}

/** Each gate's columns in a cell's parameters or gradients. */
export function gateColumns(
  spec: CellSpec,
  { inputs, hidden }: CellShape,
  parameters: CellParameters,
): Partial<Record<GateRole, GateColumns>> {
  const roles = gateRoles(spec);
  const stride = roles.length * hidden;
  const result: Partial<Record<GateRole, GateColumns>> = {};
  roles.forEach((role, index) => {
    const place = { stride, first: index * hidden, count: hidden };
    result[role] = {
      input: { values: parameters.inputWeights, rows: inputs, ...place },
      recurrent: { values: parameters.recurrentWeights, rows: hidden, ...place },
      bias: place.first,
    };
  });
  return result;
}

/** Moves to the step that is computed as the `order`-th. */
export function moveTo(cursor: Cursor, trace: ForwardPass['trace'], order: number, block: number): void {
  const { reverse, size, initial, values } = trace;
  cursor.step = reverse ? size.steps - 1 - order : order;
  cursor.start = cursor.step * block;
  const first = order === 0;
  cursor.previousHidden = first ? initial.hidden : lane(values, 'hidden');
  cursor.previousCell = first ? initial.cell : (values.cell ?? initial.cell);
  cursor.previousStart = first ? 0 : cursor.start + (reverse ? block : -block);
}

function columnsOf(columns: Pass['columns'], role: GateRole): GateColumns {
  const found = columns[role];
  if (!found) throw new RangeError(`this cell has no ${role} gate`);
  return found;
}

/** z := b + W_x x for one gate. */
export function startGate(pass: ForwardPass, role: GateRole): void {
  const { trace, batch, start, shape, step } = pass;
  const { input, bias } = columnsOf(pass.columns, role);
  const z = lane(trace.pre, role);
  fillRows(z, start, pass.parameters.bias, bias, shape.hidden, batch);
  if (trace.input.form === 'one-hot') addRows(z, start, trace.input.ids, step * batch, input, batch);
  else addProduct(z, start, trace.input.values, step * batch * shape.inputs, input, batch);
}

/** z += W_a · left for one gate, where left (B, n_a) is a_prev or the reset operand. */
export function addRecurrent(pass: ForwardPass, role: GateRole, left: Float64Array, leftStart: number): void {
  const { recurrent } = columnsOf(pass.columns, role);
  addProduct(lane(pass.trace.pre, role), pass.start, left, leftStart, recurrent, pass.batch);
}

/** z := b + W_x x + W_a a_prev for one gate. */
export function addAffine(pass: ForwardPass, role: GateRole): void {
  startGate(pass, role);
  addRecurrent(pass, role, pass.previousHidden, pass.previousStart);
}

/** q (at the step's block of `out`) := b_hc + W_c a_prev, the candidate's recurrent part kept apart. */
export function fillRecurrentCandidate(pass: ForwardPass, out: Float64Array): void {
  const { recurrent } = columnsOf(pass.columns, 'candidate');
  fillRows(out, pass.start, pass.parameters.recurrentBias, 0, pass.shape.hidden, pass.batch);
  addProduct(out, pass.start, pass.previousHidden, pass.previousStart, recurrent, pass.batch);
}

/** Γ := g(z), then what is held by hand. */
export function openGate(pass: ForwardPass, role: GateRole): void {
  const { spec, trace, start, block } = pass;
  applyActivation(gateActivation(spec, role), lane(trace.pre, role), lane(trace.values, role), start, block);
  holdLane(pass, role);
}

/** Puts held values into a lane at this step. */
export function holdLane(pass: ForwardPass, role: LaneRole): void {
  const { trace, step, start, batch } = pass;
  const block = { values: lane(trace.values, role), start, batch, hidden: pass.shape.hidden };
  writeHolds(trace.holds, role, step, block);
}

/**
 * ∂L/∂lane at this step as it flows on to what computed the lane: nothing flows where the value was held or the step left out. A (B, n_a)
 * block from 0, valid until the next call.
 */
export function flowThrough(pass: BackwardPass, role: LaneRole): Float64Array {
  const { trace, gradients, step, start, batch, block, flow } = pass;
  const gradient = lane(gradients.values, role);
  for (let i = 0; i < block; i++) flow[i] = gradient[start + i]!;
  const { hidden } = pass.shape;
  writeHolds(trace.holds, role, step, { values: flow, start: 0, batch, hidden }, 0);
  writeSkipped(trace.mask, step, { batch, hidden }, { values: flow, start: 0 });
  return flow;
}

/** Undoes the step for the examples that leave it out: the state is the one before, and nothing else was computed. */
export function skipStep(pass: ForwardPass): void {
  const { trace, step, start, batch, shape } = pass;
  const { mask, pre, values } = trace;
  const size = { batch, hidden: shape.hidden };
  for (const lanes of [pre, values]) {
    for (const lane of Object.values(lanes)) writeSkipped(mask, step, size, { values: lane, start });
  }
  const previous = { start: pass.previousStart };
  const from = { ...previous, values: pass.previousHidden };
  writeSkipped(mask, step, size, { values: lane(values, 'hidden'), start }, from);
  if (values.cell) {
    writeSkipped(
      mask,
      step,
      size,
      { values: values.cell, start },
      { ...previous, values: pass.previousCell },
    );
  }
}

/** What reached a step that was left out goes on, as it is, to the state before. */
export function skipStepBack(pass: BackwardPass): void {
  const { trace, gradients, step, start, batch, shape } = pass;
  const size = { batch, hidden: shape.hidden };
  const { hidden, cell } = gradients.values;
  if (hidden)
    writeSkipped(trace.mask, step, size, { values: pass.hidden, start: 0 }, { values: hidden, start });
  if (cell) writeSkipped(trace.mask, step, size, { values: pass.cell, start: 0 }, { values: cell, start });
}

/** ∂L/∂z := ∂L/∂Γ ∗ g′(z), 0 where the gate was held. */
export function closeGate(pass: BackwardPass, role: GateRole): void {
  const { spec, trace, gradients, step, start, batch, block } = pass;
  const z = lane(trace.pre, role);
  const dz = lane(gradients.pre, role);
  const dy = lane(gradients.values, role);
  applyDerivative(gateActivation(spec, role), z, lane(trace.values, role), dy, dz, start, block);
  writeHolds(trace.holds, role, step, { values: dz, start, batch, hidden: pass.shape.hidden }, 0);
}

/** Sends ∂L/∂z of one gate to b, W_x and x. */
export function addInputBack(pass: BackwardPass, role: GateRole): void {
  const { trace, gradients, batch, start, shape, step } = pass;
  const into = columnsOf(pass.gradientColumns, role);
  const dz = lane(gradients.pre, role);
  addRowSums(gradients.parameters.bias, into.bias, dz, start, shape.hidden, batch);
  if (trace.input.form === 'one-hot') {
    addRowWeights(into.input, trace.input.ids, step * batch, dz, start, batch);
    return;
  }
  const x = step * batch * shape.inputs;
  addProductWeights(into.input, trace.input.values, x, dz, start, batch);
  if (gradients.input) {
    addProductBack(gradients.input, x, dz, start, columnsOf(pass.columns, role).input, batch);
  }
}

/** A (B, n_a) block of a larger array. */
export interface Block {
  readonly values: Float64Array;
  readonly start: number;
}

/** Sends the gradient `right` of W_a · left to W_a and to `into`, the gradient of left. */
export function addRecurrentBack(
  pass: BackwardPass,
  role: GateRole,
  left: Block,
  right: Block,
  into: Float64Array,
): void {
  const { recurrent } = columnsOf(pass.gradientColumns, role);
  addProductWeights(recurrent, left.values, left.start, right.values, right.start, pass.batch);
  const weights = columnsOf(pass.columns, role).recurrent;
  addProductBack(into, 0, right.values, right.start, weights, pass.batch);
}

/** Sends ∂L/∂z of one gate to everything that `addAffine` took: b, W_x, x, W_a, a_prev. */
export function addAffineBack(pass: BackwardPass, role: GateRole): void {
  addInputBack(pass, role);
  const left = { values: pass.previousHidden, start: pass.previousStart };
  const right = { values: lane(pass.gradients.pre, role), start: pass.start };
  addRecurrentBack(pass, role, left, right, pass.hidden);
}
