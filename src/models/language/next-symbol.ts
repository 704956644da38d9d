import { cellSlots } from '../cells/parameters.ts';
import { gateRoles } from '../cells/roles.ts';
import { zeroState } from '../cells/sequence.ts';
import {
  backwardStack,
  forwardStack,
  layerShape,
  type StackGradients,
  type StackSpec,
  type StackTrace,
  viewStack,
} from '../cells/stack.ts';
import type { CellParameters, CellShape, CellSpec, CellState, Hold } from '../cells/types.ts';
import { fillOrthogonalBlock, fillXavier } from '../initialise.ts';
import { createLayout, type ParameterLayout, viewSlot } from '../parameters.ts';
import type { Random } from '../random.ts';
import { headLoss, headLossAndGradients, type SoftmaxHead } from '../softmax/full.ts';

/**
 * A recurrent language model (Mikolov et al. 2010): one-hot tokens, a stack of recurrent layers, a softmax over the
 * vocabulary at every step. Its parameters are one flat array; the layout says what lies where.
 */
export interface NextSymbolShape {
  readonly spec: CellSpec;
  /** V: tokens, both in and out. */
  readonly vocabulary: number;
  /** n_a of every layer. */
  readonly hidden: number;
  /** At least 1. */
  readonly layers: number;
}

export interface NextSymbolParameters {
  readonly layers: readonly CellParameters[];
  readonly head: SoftmaxHead;
}

export interface SymbolBatch {
  /** Tokens (T, B). */
  readonly ids: Int32Array;
  /** What the network should have said at each of them (T, B); `NO_TARGET` where nothing is asked. */
  readonly targets: Int32Array;
}

export interface LossAndStates {
  /** Mean cross-entropy per target, nats. */
  readonly loss: number;
  /** State of each layer after the last step, to carry into the next batch. */
  readonly states: readonly CellState[];
}

/** A value held by hand in one layer. */
export interface LayerHold extends Hold {
  readonly layer: number;
}

/** Slots `layers.0.inputWeights` … `layers.0.peepholes`, `layers.1.…`, `head.weights`, `head.bias`; some have length 0. */
export function nextSymbolLayout(shape: NextSymbolShape): ParameterLayout {
  const layers = Array.from({ length: shape.layers }, (_, layer) =>
    cellSlots(shape.spec, cellShapeOf(shape, layer)).map((slot) => ({
      name: `layers.${layer}.${slot.name}`,
      shape: slot.shape,
    })),
  );
  return createLayout([
    ...layers.flat(),
    { name: 'head.weights', shape: [shape.hidden, shape.vocabulary] },
    { name: 'head.bias', shape: [shape.vocabulary] },
  ]);
}

/** n_x and n_a of one layer: the lowest reads tokens, the others the layer below. */
export function cellShapeOf(shape: NextSymbolShape, layer: number): CellShape {
  return layerShape(stackOf(shape), layer);
}

/** Live views of the flat parameters (or of gradients, which have the same layout). */
export function viewNextSymbol(shape: NextSymbolShape, flat: Float64Array): NextSymbolParameters {
  return { layers: viewStack(stackOf(shape), flat).flat(), head: viewHead(shape, flat) };
}

/**
 * Fresh parameters: Xavier for input and head weights (fans of one gate), orthogonal recurrent weights gate by gate, zero
 * biases and peepholes, except `forgetBias` for an LSTM's forget gate (1 lets it remember from the start: Gers et al.
 * 2000, Jozefowicz et al. 2015).
 */
export function initialiseNextSymbol(
  shape: NextSymbolShape,
  random: Random,
  { forgetBias }: { readonly forgetBias: number },
): Float64Array {
  const flat = new Float64Array(nextSymbolLayout(shape).length);
  const { layers, head } = viewNextSymbol(shape, flat);
  layers.forEach((cell, layer) => {
    initialiseCell(shape.spec, cellShapeOf(shape, layer), cell, random, forgetBias);
  });
  fillXavier(head.weights, shape.hidden, shape.vocabulary, random);
  return flat;
}

/** The state of every layer before a text begins. */
export function zeroStates(shape: NextSymbolShape, batch: number): CellState[] {
  return Array.from({ length: shape.layers }, (_, layer) =>
    zeroState(shape.spec, cellShapeOf(shape, layer), batch),
  );
}

/** Runs the recurrent layers over tokens (T, B); B is that of the states. `output` of the trace is a (T, B, n_a). */
export function forwardNextSymbol(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  states: readonly CellState[],
  holds: readonly LayerHold[] = [],
): StackTrace {
  const batch = (states[0]?.hidden.length ?? 0) / shape.hidden;
  const stack = stackOf(shape);
  const size = { steps: ids.length / batch, batch };
  return forwardStack(stack, viewStack(stack, flat), { form: 'one-hot', ids }, size, {
    initial: states.map((state) => [state]),
    holds: holds.map((hold) => ({ ...hold, direction: 0 })),
  });
}

/** Backpropagates the mean cross-entropy of a trace. `gradients` (flat, layout order) is overwritten. */
export function backwardNextSymbol(
  shape: NextSymbolShape,
  flat: Float64Array,
  trace: StackTrace,
  targets: Int32Array,
  gradients: Float64Array,
): { readonly loss: number; readonly layers: StackGradients['layers'] } {
  gradients.fill(0);
  const stack = stackOf(shape);
  const output = new Float64Array(trace.output.length);
  const into = viewHead(shape, gradients);
  const loss = headLossAndGradients(viewHead(shape, flat), trace.output, targets, into, output);
  const { layers } = backwardStack(trace, viewStack(stack, flat), { output }, viewStack(stack, gradients));
  return { loss, layers };
}

/**
 * Loss, its gradient with respect to all parameters (overwrites `gradients`), and the states to carry on: truncated
 * backpropagation through time (Williams & Peng 1990), where values flow from batch to batch and gradients do not.
 */
export function lossAndGradients(
  shape: NextSymbolShape,
  flat: Float64Array,
  batch: SymbolBatch,
  states: readonly CellState[],
  gradients: Float64Array,
): LossAndStates {
  const trace = forwardNextSymbol(shape, flat, batch.ids, states);
  const { loss } = backwardNextSymbol(shape, flat, trace, batch.targets, gradients);
  return { loss, states: finalStates(trace) };
}

/** Loss only. */
export function evaluateNextSymbol(
  shape: NextSymbolShape,
  flat: Float64Array,
  batch: SymbolBatch,
  states: readonly CellState[],
): LossAndStates {
  const trace = forwardNextSymbol(shape, flat, batch.ids, states);
  return { loss: headLoss(viewHead(shape, flat), trace.output, batch.targets), states: finalStates(trace) };
}

function stackOf({ spec, vocabulary, hidden, layers }: NextSymbolShape): StackSpec {
  return { cell: spec, inputs: vocabulary, hidden, layers, directions: 'forward' };
}

function viewHead(shape: NextSymbolShape, flat: Float64Array): SoftmaxHead {
  const layout = nextSymbolLayout(shape);
  return { weights: viewSlot(layout, flat, 'head.weights'), bias: viewSlot(layout, flat, 'head.bias') };
}

function finalStates(trace: StackTrace): CellState[] {
  return trace.layers.flat().map(({ final }) => final);
}

function initialiseCell(
  spec: CellSpec,
  { inputs, hidden }: CellShape,
  cell: CellParameters,
  random: Random,
  forgetBias: number,
): void {
  const roles = gateRoles(spec);
  const stride = roles.length * hidden;
  fillXavier(cell.inputWeights, inputs, hidden, random);
  roles.forEach((role, gate) => {
    const offset = gate * hidden;
    fillOrthogonalBlock(cell.recurrentWeights, { rows: hidden, columns: hidden, stride, offset }, random);
    if (role === 'forget') cell.bias.fill(forgetBias, offset, offset + hidden);
  });
}
