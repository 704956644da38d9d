import { cellParameterCount, cellSlots, viewCell } from '../cells/parameters.ts';
import { gateRoles } from '../cells/roles.ts';
import { backwardSkipStack, forwardSkipStack, type SkipStack } from '../cells/skip-stack.ts';
import type { CellParameters, CellShape, SequenceSize } from '../cells/types.ts';
import { fillOrthogonalBlock, fillXavier } from '../initialise.ts';
import type { SymbolBatch } from '../language/next-symbol.ts';
import { createLayout, type ParameterLayout, viewSlot } from '../parameters.ts';
import type { Random } from '../random.ts';
import { headLossAndGradients, type SoftmaxHead } from '../softmax/full.ts';

/** A stack with or without skip connections that reads tokens, and a softmax over `classes` at the steps that are asked. */
export interface SkipNetwork extends SkipStack {
  readonly classes: number;
}

export interface SkipNetworkParameters {
  readonly layers: readonly CellParameters[];
  readonly head: SoftmaxHead;
}

export interface SkipNetworkResult {
  readonly loss: number;
  /** Answers that were right. */
  readonly right: number;
  /** ‖∂L/∂a^[l]⟨t⟩‖ over batch and units, (L, T). */
  readonly norms: Float64Array;
}

const layerShape = ({ inputs, hidden }: SkipStack, layer: number): CellShape => ({
  inputs: layer === 0 ? inputs : hidden,
  hidden,
});
const layerNumbers = ({ layers }: SkipStack): readonly number[] =>
  Array.from({ length: layers }, (_, l) => l);

/** Slots `layers.0.inputWeights` …, `head.weights`, `head.bias`. Skip connections have no parameters. */
export function skipNetworkLayout(network: SkipNetwork): ParameterLayout {
  const cells = layerNumbers(network).flatMap((layer) =>
    cellSlots(network.cell, layerShape(network, layer)).map(({ name, shape }) => ({
      name: `layers.${layer}.${name}`,
      shape,
    })),
  );
  return createLayout([
    ...cells,
    { name: 'head.weights', shape: [network.hidden, network.classes] },
    { name: 'head.bias', shape: [network.classes] },
  ]);
}

/** Live views of the flat parameters, or of gradients. */
export function viewSkipNetwork(network: SkipNetwork, flat: Float64Array): SkipNetworkParameters {
  const layout = skipNetworkLayout(network);
  let start = 0;
  const layers = layerNumbers(network).map((layer) => {
    const shape = layerShape(network, layer);
    const view = viewCell(network.cell, shape, flat, start);
    start += cellParameterCount(network.cell, shape);
    return view;
  });
  const head = { weights: viewSlot(layout, flat, 'head.weights'), bias: viewSlot(layout, flat, 'head.bias') };
  return { layers, head };
}

/**
 * Fresh parameters: Xavier for input and head weights, orthogonal recurrent weights gate by gate, all of them times
 * `gain`; zero biases. The same seed gives a network with skip connections and one without the same numbers.
 */
export function initialiseSkipNetwork(network: SkipNetwork, random: Random, gain = 1): Float64Array {
  const flat = new Float64Array(skipNetworkLayout(network).length);
  const { layers, head } = viewSkipNetwork(network, flat);
  const gates = gateRoles(network.cell).length;
  const { hidden } = network;
  layers.forEach((cell, layer) => {
    fillXavier(cell.inputWeights, layerShape(network, layer).inputs, hidden, random);
    for (let gate = 0; gate < gates; gate++) {
      const block = { rows: hidden, columns: hidden, stride: gates * hidden, offset: gate * hidden };
      fillOrthogonalBlock(cell.recurrentWeights, block, random);
    }
  });
  fillXavier(head.weights, hidden, network.classes, random);
  return flat.map((weight) => gain * weight);
}

/**
 * Loss of a batch, its gradient with respect to all parameters (overwrites `gradients`), and how much of the error reaches
 * each cell of the grid.
 */
export function skipNetworkGradients(
  network: SkipNetwork,
  flat: Float64Array,
  { ids, targets }: SymbolBatch,
  size: SequenceSize,
  gradients: Float64Array,
): SkipNetworkResult {
  gradients.fill(0);
  const { layers, head } = viewSkipNetwork(network, flat);
  const into = viewSkipNetwork(network, gradients);
  const trace = forwardSkipStack(network, layers, { form: 'one-hot', ids }, size);
  const output = new Float64Array(trace.output.length);
  const said = headLossAndGradients(head, trace.output, targets, into.head, output);
  const back = backwardSkipStack(trace, layers, output, into.layers);
  return {
    ...said,
    norms: gridNorms(
      back.layers.map(({ values }) => values.hidden),
      size,
      network.hidden,
    ),
  };
}

/** Euclidean norm over batch and units of every layer and step. */
function gridNorms(
  layers: readonly (Float64Array | undefined)[],
  { steps, batch }: SequenceSize,
  hidden: number,
): Float64Array {
  const width = batch * hidden;
  return Float64Array.from({ length: layers.length * steps }, (_, i) => {
    const start = (i % steps) * width;
    const cell = layers[Math.floor(i / steps)]?.subarray(start, start + width) ?? new Float64Array(0);
    return Math.sqrt(cell.reduce((total, each) => total + each * each, 0));
  });
}
