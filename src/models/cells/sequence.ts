import { gruBackward, gruForward } from './gru/gru.ts';
import { applicableHolds } from './holds.ts';
import { lane, zeroLanes } from './lanes.ts';
import { lstmBackward, lstmForward } from './lstm/lstm.ts';
import { hasRecurrentBias, zeroCell } from './parameters.ts';
import { type BackwardPass, type ForwardPass, gateColumns, moveTo, skipStep, skipStepBack } from './pass.ts';
import { rnnBackward, rnnForward } from './rnn/rnn.ts';
import { computedRoles, gateRoles, hasCell } from './roles.ts';
import type {
  CellGradients,
  CellParameters,
  CellShape,
  CellSpec,
  CellState,
  Hold,
  SequenceGradients,
  SequenceInput,
  SequenceSize,
  SequenceTrace,
} from './types.ts';

export interface SequenceOptions {
  /** State before the first computed step; zeros when absent. */
  readonly initial?: CellState;
  /** Values held by hand. Those that name no step, unit or lane of this cell are dropped. */
  readonly holds?: readonly Hold[];
  /** Computes step T − 1 first. */
  readonly reverse?: boolean;
  /** (T, B), 1 where a step is computed, 0 where an example leaves it out: see `masks.ts`. Holds do not reach a step left out. */
  readonly mask?: Uint8Array;
}

/** What the loss says about a pass's results; what is absent is zero. */
export interface OutputGradients {
  /** ∂L/∂a (T, B, n_a) from above. */
  readonly hidden?: Float64Array;
  /** ∂L/∂ of the final state (B, n_a), on top of what `hidden` says about the last step. */
  readonly finalHidden?: Float64Array;
  readonly finalCell?: Float64Array;
}

/** a = 0 and, for an LSTM, c = 0. Shape (B, n_a) each. */
export function zeroState(spec: CellSpec, { hidden }: CellShape, batch: number): CellState {
  return {
    hidden: new Float64Array(batch * hidden),
    cell: new Float64Array(hasCell(spec) ? batch * hidden : 0),
  };
}

/**
 * Runs a cell over a whole sequence and keeps every intermediate value. T = 0 returns the initial state as the final one.
 * The trace refers to `input` and `initial` without copying them. Throws a RangeError when their lengths do not fit, or
 * when a token id is not a row of the input weights.
 */
export function forwardSequence(
  spec: CellSpec,
  shape: CellShape,
  parameters: CellParameters,
  input: SequenceInput,
  size: SequenceSize,
  options: SequenceOptions = {},
): SequenceTrace {
  const initial = options.initial ?? zeroState(spec, shape, size.batch);
  checkLengths(spec, shape, input, size, initial);
  if (options.mask) checkLength('mask', options.mask.length, size.steps * size.batch);
  const length = size.steps * size.batch * shape.hidden;
  const pass = createForwardPass(parameters, {
    spec,
    shape,
    size,
    input,
    reverse: options.reverse ?? false,
    ...(options.mask ? { mask: options.mask } : {}),
    initial,
    pre: zeroLanes(gateRoles(spec), length),
    values: zeroLanes(computedRoles(spec), length),
    ...(hasRecurrentBias(spec) ? { recurrentCandidate: new Float64Array(length) } : {}),
    holds: applicableHolds(spec, shape, size, options.holds ?? []),
  });
  for (let order = 0; order < size.steps; order++) {
    moveTo(pass, pass.trace, order, pass.block);
    stepForward(spec, pass);
    if (pass.trace.mask) skipStep(pass);
  }
  return { ...pass.trace, final: finalState(pass) };
}

/**
 * Backpropagation through time: the gradients of a scalar loss with respect to every parameter, the input, the initial
 * state and every lane. Parameter gradients are added to `into` when it is given (and are then the same arrays), else to
 * fresh zeros. A held value passes no gradient to what would have computed it; the gradient with respect to the held
 * value itself is still in `values`.
 */
export function backwardSequence(
  trace: SequenceTrace,
  parameters: CellParameters,
  output: OutputGradients,
  into: CellGradients = zeroCell(trace.spec, trace.shape),
): SequenceGradients {
  const pass = createBackwardPass(trace, parameters, output, into);
  for (let order = trace.size.steps - 1; order >= 0; order--) {
    moveTo(pass, trace, order, pass.block);
    receive(pass, output.hidden);
    stepBackward(trace.spec, pass);
    if (trace.mask) skipStepBack(pass);
  }
  return pass.gradients;
}

function stepForward(spec: CellSpec, pass: ForwardPass): void {
  if (spec.kind === 'rnn') rnnForward(pass);
  else if (spec.kind === 'gru') gruForward(spec, pass);
  else lstmForward(spec, pass);
}

function stepBackward(spec: CellSpec, pass: BackwardPass): void {
  if (spec.kind === 'rnn') rnnBackward(pass);
  else if (spec.kind === 'gru') gruBackward(spec, pass);
  else lstmBackward(spec, pass);
}

/** The part of a pass that does not depend on its direction; the cursor is set by the first `moveTo`. */
function createPass(trace: ForwardPass['trace'], parameters: CellParameters) {
  const { spec, shape, size } = trace;
  const block = size.batch * shape.hidden;
  return {
    spec,
    shape,
    batch: size.batch,
    block,
    parameters,
    columns: gateColumns(spec, shape, parameters),
    operand: new Float64Array(block),
    step: 0,
    start: 0,
    previousHidden: trace.initial.hidden,
    previousCell: trace.initial.cell,
    previousStart: 0,
  };
}

function createForwardPass(parameters: CellParameters, trace: ForwardPass['trace']): ForwardPass {
  return { ...createPass(trace, parameters), trace };
}

function createBackwardPass(
  trace: SequenceTrace,
  parameters: CellParameters,
  output: OutputGradients,
  into: CellGradients,
): BackwardPass {
  const { spec, shape, size, input } = trace;
  const base = createPass(trace, parameters);
  const state = zeroState(spec, shape, size.batch);
  if (output.finalHidden) state.hidden.set(output.finalHidden);
  if (output.finalCell && hasCell(spec)) state.cell.set(output.finalCell);
  const length = size.steps * base.block;
  const gradients: SequenceGradients = {
    parameters: into,
    ...(input.form === 'dense' ? { input: new Float64Array(input.values.length) } : {}),
    initial: state,
    values: zeroLanes(computedRoles(spec), length),
    pre: zeroLanes(gateRoles(spec), length),
  };
  return {
    ...base,
    trace,
    gradients,
    gradientColumns: gateColumns(spec, shape, into),
    hidden: state.hidden,
    cell: state.cell,
    flow: new Float64Array(base.block),
    operandGradient: new Float64Array(base.block),
  };
}

/**
 * Takes what was collected for this step, from the loss above it and from the steps after it, and empties the collectors
 * for the step before. After the first step they hold the gradient of the initial state.
 */
function receive(pass: BackwardPass, above: Float64Array | undefined): void {
  const { gradients, start, block, hidden, cell } = pass;
  const da = lane(gradients.values, 'hidden');
  for (let i = 0; i < block; i++) da[start + i] = hidden[i]! + (above ? above[start + i]! : 0);
  hidden.fill(0);
  gradients.values.cell?.set(cell, start);
  cell.fill(0);
}

function finalState({ trace, block, start }: ForwardPass): CellState {
  if (trace.size.steps === 0)
    return { hidden: trace.initial.hidden.slice(), cell: trace.initial.cell.slice() };
  return {
    hidden: lane(trace.values, 'hidden').slice(start, start + block),
    cell: trace.values.cell?.slice(start, start + block) ?? new Float64Array(0),
  };
}

function checkLengths(
  spec: CellSpec,
  shape: CellShape,
  input: SequenceInput,
  { steps, batch }: SequenceSize,
  initial: CellState,
): void {
  const state = batch * shape.hidden;
  checkLength('initial hidden state', initial.hidden.length, state);
  checkLength('initial cell state', initial.cell.length, hasCell(spec) ? state : 0);
  if (input.form === 'dense') {
    checkLength('dense input', input.values.length, steps * batch * shape.inputs);
    return;
  }
  checkLength('one-hot input', input.ids.length, steps * batch);
  const unknown = input.ids.find((id) => id < 0 || id >= shape.inputs);
  if (unknown !== undefined) throw new RangeError(`token id ${unknown} is not among 0 … ${shape.inputs - 1}`);
}

function checkLength(what: string, found: number, expected: number): void {
  if (found !== expected) throw new RangeError(`${what}: expected ${expected} numbers, found ${found}`);
}
