import type { Dropout } from '../cells/dropout.ts';
import { cellSlots } from '../cells/parameters.ts';
import { gateRoles } from '../cells/roles.ts';
import { zeroState } from '../cells/sequence.ts';
import {
  backwardStack,
  directionCount,
  forwardStack,
  type Layers,
  layerShape,
  mapStack,
  outputWidth,
  type StackGradients,
  type StackHold,
  type StackSpec,
  type StackTrace,
  viewStack,
} from '../cells/stack.ts';
import type { CellParameters, CellShape, CellSpec, CellState, GateRole } from '../cells/types.ts';
import { fillOrthogonalBlock, fillXavier } from '../initialise.ts';
import { createLayout, type ParameterLayout, viewSlot } from '../parameters.ts';
import type { Random } from '../random.ts';
import { type HeadLoss, headLoss, headLossAndGradients, type SoftmaxHead } from '../softmax/full.ts';

/**
 * Tokens in, a stack of recurrent layers, a softmax over classes at every step that is asked. A language model says
 * tokens, a tagger tags, a classifier is asked once at the end. Its parameters are one flat array; the layout says what
 * lies where.
 */
export interface TokenNetwork {
  readonly spec: CellSpec;
  /** Number of tokens that can be read. */
  readonly inputs: number;
  /** Number of classes that can be said. */
  readonly classes: number;
  /** n_a of every layer and direction. */
  readonly hidden: number;
  /** At least 1. */
  readonly layers: number;
  readonly directions: StackSpec['directions'];
}

/** `layers[l][d]`, d = 0 forward, 1 backward. */
export interface TokenNetworkParameters {
  readonly layers: Layers<CellParameters>;
  readonly head: SoftmaxHead;
}

/** Sequences side by side, arrays (T, B). */
export interface TokenBatch {
  readonly ids: Int32Array;
  /** What the network should have said at each step; `NO_TARGET` where nothing is asked. */
  readonly targets: Int32Array;
  /** 1 where a step is computed (`cells/masks.ts`); absent when all are. */
  readonly mask?: Uint8Array;
  /** While training: what every layer hands on is thinned out. */
  readonly dropout?: Dropout;
}

/** Loss and states of a batch. */
export interface LossAndStates extends HeadLoss {
  /** State of each layer and direction after its last step, in the order of `zeroStates`. */
  readonly states: readonly CellState[];
}

/** One cell of the stack. */
export interface NetworkCell {
  readonly layer: number;
  /** 0 forward, 1 backward. */
  readonly direction: number;
  /** n_x and n_a: the lowest layer reads tokens, the others the layer below. */
  readonly shape: CellShape;
  /** What the names of its parameters begin with: `layers.1`, or with two directions `layers.1.backward`. */
  readonly name: string;
}

export interface ForwardOptions {
  readonly mask?: Uint8Array | undefined;
  readonly dropout?: Dropout | undefined;
  readonly holds?: readonly StackHold[];
}

/** Where biases begin that are not zero: gates that should be open, or shut, before anything is learnt. */
export type GateBiases = Partial<Record<GateRole, number>>;

/** What follows from a network alone, worked out once: a training run asks for it at every step. */
interface NetworkPlan {
  readonly stack: StackSpec;
  readonly cells: readonly NetworkCell[];
  readonly layout: ParameterLayout;
}

const plans = new WeakMap<TokenNetwork, NetworkPlan>();

function planOf(network: TokenNetwork): NetworkPlan {
  const known = plans.get(network);
  if (known) return known;
  const { spec, inputs, hidden, layers, directions } = network;
  const stack = { cell: spec, inputs, hidden, layers, directions };
  const cells = cellsOf(stack);
  const plan = { stack, cells, layout: layoutOf(network, stack, cells) };
  plans.set(network, plan);
  return plan;
}

function cellsOf(stack: StackSpec): readonly NetworkCell[] {
  const named = directionCount(stack) === 1 ? [''] : ['.forward', '.backward'];
  return mapStack(stack, (layer, direction) => ({
    layer,
    direction,
    shape: layerShape(stack, layer),
    name: `layers.${layer}${named[direction]}`,
  })).flat();
}

function layoutOf(
  { spec, classes }: TokenNetwork,
  stack: StackSpec,
  cells: readonly NetworkCell[],
): ParameterLayout {
  const slots = cells.flatMap((cell) =>
    cellSlots(spec, cell.shape).map(({ name, shape }) => ({ name: `${cell.name}.${name}`, shape })),
  );
  return createLayout([
    ...slots,
    { name: 'head.weights', shape: [outputWidth(stack), classes] },
    { name: 'head.bias', shape: [classes] },
  ]);
}

/**
 * Slots `layers.0.inputWeights` … `layers.0.peepholes`, `layers.1.…`, `head.weights`, `head.bias`; with two directions
 * `layers.0.forward.inputWeights` … and `layers.0.backward.…`. Some have length 0.
 */
export function networkLayout(network: TokenNetwork): ParameterLayout {
  return planOf(network).layout;
}

/** Every cell, in the order of the parameters and of the states: layer after layer, forward before backward. */
export function networkCells(network: TokenNetwork): readonly NetworkCell[] {
  return planOf(network).cells;
}

/** Width of what the top layer hands to the softmax. */
export function networkWidth(network: TokenNetwork): number {
  return outputWidth(stackOf(network));
}

/** n_x and n_a of one layer: the lowest reads tokens, the others the layer below. */
export function networkCellShape(network: TokenNetwork, layer: number): CellShape {
  return layerShape(stackOf(network), layer);
}

/** Live views of the flat parameters (or of gradients, which have the same layout). */
export function viewNetwork(network: TokenNetwork, flat: Float64Array): TokenNetworkParameters {
  return { layers: viewStack(stackOf(network), flat), head: viewHead(network, flat) };
}

/**
 * Fresh parameters: Xavier for input and head weights (fans of one gate), orthogonal recurrent weights gate by gate, zero
 * biases and peepholes but for `biases`: an LSTM's forget gate at 1, or a GRU's update gate at −1, lets it remember from
 * the start (Gers et al. 2000, Jozefowicz et al. 2015).
 */
export function initialiseNetwork(network: TokenNetwork, random: Random, biases: GateBiases): Float64Array {
  const flat = new Float64Array(networkLayout(network).length);
  const { layers, head } = viewNetwork(network, flat);
  for (const { layer, direction, shape } of networkCells(network)) {
    const cell = layers[layer]?.[direction];
    if (cell) initialiseCell(network.spec, shape, cell, random, biases);
  }
  fillXavier(head.weights, networkWidth(network), network.classes, random);
  return flat;
}

/** The state of every layer and direction before a sequence begins: layer after layer, forward before backward. */
export function networkZeroStates(network: TokenNetwork, batch: number): CellState[] {
  return networkCells(network).map(({ shape }) => zeroState(network.spec, shape, batch));
}

/** Runs the recurrent layers over tokens (T, B); B is that of the states. `output` of the trace is (T, B, width). */
export function forwardNetwork(
  network: TokenNetwork,
  flat: Float64Array,
  ids: Int32Array,
  states: readonly CellState[],
  { mask, dropout, holds = [] }: ForwardOptions = {},
): StackTrace {
  const batch = (states[0]?.hidden.length ?? 0) / network.hidden;
  const stack = stackOf(network);
  const size = { steps: ids.length / batch, batch };
  const directions = directionCount(stack);
  const initial = mapStack(stack, (layer, direction) => states[layer * directions + direction] as CellState);
  return forwardStack(stack, viewStack(stack, flat), { form: 'one-hot', ids }, size, {
    initial,
    holds,
    ...(mask ? { mask } : {}),
    ...(dropout ? { dropout } : {}),
  });
}

/** Backpropagates the mean cross-entropy of a trace. `gradients` (flat, layout order) is overwritten. */
export function backwardNetwork(
  network: TokenNetwork,
  flat: Float64Array,
  trace: StackTrace,
  targets: Int32Array,
  gradients: Float64Array,
): HeadLoss & { readonly layers: StackGradients['layers'] } {
  gradients.fill(0);
  const stack = stackOf(network);
  const output = new Float64Array(trace.output.length);
  const into = viewHead(network, gradients);
  const said = headLossAndGradients(viewHead(network, flat), trace.output, targets, into, output);
  const { layers } = backwardStack(trace, viewStack(stack, flat), { output }, viewStack(stack, gradients));
  return { ...said, layers };
}

/** Loss, its gradient with respect to all parameters (overwrites `gradients`), and the final states. */
export function networkLossAndGradients(
  network: TokenNetwork,
  flat: Float64Array,
  { ids, targets, ...options }: TokenBatch,
  states: readonly CellState[],
  gradients: Float64Array,
): LossAndStates {
  const trace = forwardNetwork(network, flat, ids, states, options);
  const { loss, right } = backwardNetwork(network, flat, trace, targets, gradients);
  return { loss, right, states: finalStates(trace) };
}

/** Loss only. */
export function evaluateNetwork(
  network: TokenNetwork,
  flat: Float64Array,
  { ids, targets, ...options }: TokenBatch,
  states: readonly CellState[],
): LossAndStates {
  const trace = forwardNetwork(network, flat, ids, states, options);
  return { ...headLoss(viewHead(network, flat), trace.output, targets), states: finalStates(trace) };
}

function stackOf(network: TokenNetwork): StackSpec {
  return planOf(network).stack;
}

function viewHead(network: TokenNetwork, flat: Float64Array): SoftmaxHead {
  const layout = networkLayout(network);
  return { weights: viewSlot(layout, flat, 'head.weights'), bias: viewSlot(layout, flat, 'head.bias') };
}

/** State of every cell after the last step, as `networkZeroStates` has them. */
export function finalStates(trace: StackTrace): CellState[] {
  return trace.layers.flat().map(({ final }) => final);
}

function initialiseCell(
  spec: CellSpec,
  { inputs, hidden }: CellShape,
  cell: CellParameters,
  random: Random,
  biases: GateBiases,
): void {
  const roles = gateRoles(spec);
  const stride = roles.length * hidden;
  fillXavier(cell.inputWeights, inputs, hidden, random);
  roles.forEach((role, gate) => {
    const offset = gate * hidden;
    fillOrthogonalBlock(cell.recurrentWeights, { rows: hidden, columns: hidden, stride, offset }, random);
    cell.bias.fill(biases[role] ?? 0, offset, offset + hidden);
  });
}
