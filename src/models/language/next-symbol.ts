import type { StackGradients, StackTrace } from '../cells/stack.ts';
import type { CellParameters, CellShape, CellSpec, CellState, Hold } from '../cells/types.ts';
import {
  backwardNetwork,
  evaluateNetwork,
  forwardNetwork,
  initialiseNetwork,
  type LossAndStates,
  networkCellShape,
  networkLayout,
  networkLossAndGradients,
  networkZeroStates,
  type TokenNetwork,
  viewNetwork,
} from '../network/token-network.ts';
import type { ParameterLayout } from '../parameters.ts';
import type { Random } from '../random.ts';
import type { HeadLoss, SoftmaxHead } from '../softmax/full.ts';

/** A recurrent language model (Mikolov et al. 2010): a token network whose classes are its tokens, read forward in time. */
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

/** A value held by hand in one layer. */
export interface LayerHold extends Hold {
  readonly layer: number;
}

const networks = new WeakMap<NextSymbolShape, TokenNetwork>();

/** The same network, as what it is a case of. One shape has one network, so that what follows from it is known. */
export function networkOf(shape: NextSymbolShape): TokenNetwork {
  const known = networks.get(shape);
  if (known) return known;
  const { spec, vocabulary, hidden, layers } = shape;
  const network = {
    spec,
    inputs: vocabulary,
    classes: vocabulary,
    hidden,
    layers,
    directions: 'forward',
  } as const;
  networks.set(shape, network);
  return network;
}

/** The way back. Throws a RangeError for a network that is no such case. */
export function symbolsOf({
  spec,
  inputs,
  classes,
  hidden,
  layers,
  directions,
}: TokenNetwork): NextSymbolShape {
  if (inputs !== classes || directions !== 'forward') {
    throw new RangeError(`no next-symbol network: ${inputs} tokens, ${classes} classes, ${directions}`);
  }
  return { spec, vocabulary: inputs, hidden, layers };
}

/** Slots `layers.0.inputWeights` … `layers.0.peepholes`, `layers.1.…`, `head.weights`, `head.bias`; some have length 0. */
export function nextSymbolLayout(shape: NextSymbolShape): ParameterLayout {
  return networkLayout(networkOf(shape));
}

/** n_x and n_a of one layer: the lowest reads tokens, the others the layer below. */
export function cellShapeOf(shape: NextSymbolShape, layer: number): CellShape {
  return networkCellShape(networkOf(shape), layer);
}

/** Live views of the flat parameters (or of gradients, which have the same layout). */
export function viewNextSymbol(shape: NextSymbolShape, flat: Float64Array): NextSymbolParameters {
  const { layers, head } = viewNetwork(networkOf(shape), flat);
  return { layers: layers.flat(), head };
}

/** `initialiseNetwork`, with `forgetBias` for an LSTM's forget gate. */
export function initialiseNextSymbol(
  shape: NextSymbolShape,
  random: Random,
  { forgetBias }: { readonly forgetBias: number },
): Float64Array {
  return initialiseNetwork(networkOf(shape), random, { forget: forgetBias });
}

/** The state of every layer before a text begins. */
export function zeroStates(shape: NextSymbolShape, batch: number): CellState[] {
  return networkZeroStates(networkOf(shape), batch);
}

/** Runs the recurrent layers over tokens (T, B); B is that of the states. `output` of the trace is a (T, B, n_a). */
export function forwardNextSymbol(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  states: readonly CellState[],
  holds: readonly LayerHold[] = [],
): StackTrace {
  const forwards = holds.map((hold) => ({ ...hold, direction: 0 }));
  return forwardNetwork(networkOf(shape), flat, ids, states, { holds: forwards });
}

/** Backpropagates the mean cross-entropy of a trace. `gradients` (flat, layout order) is overwritten. */
export function backwardNextSymbol(
  shape: NextSymbolShape,
  flat: Float64Array,
  trace: StackTrace,
  targets: Int32Array,
  gradients: Float64Array,
): HeadLoss & { readonly layers: StackGradients['layers'] } {
  return backwardNetwork(networkOf(shape), flat, trace, targets, gradients);
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
  return networkLossAndGradients(networkOf(shape), flat, batch, states, gradients);
}

/** Loss only. */
export function evaluateNextSymbol(
  shape: NextSymbolShape,
  flat: Float64Array,
  batch: SymbolBatch,
  states: readonly CellState[],
): LossAndStates {
  return evaluateNetwork(networkOf(shape), flat, batch, states);
}
