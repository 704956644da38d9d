import { sizesAboveLimits, type TooLarge } from '../../instruments/gate-lab/limits.ts';
import {
  type Layers,
  outputWidth,
  type StackSpec,
  stackParameterCount,
  viewStack,
} from '../../models/cells/stack.ts';
import type { CellParameters } from '../../models/cells/types.ts';
import type { StackModel } from '../../models/convert/torch-state.ts';
import {
  type GateBiases,
  initialiseNetwork,
  networkLayout,
  type TokenNetwork,
} from '../../models/network/token-network.ts';
import { createLayout, type ParameterLayout, viewSlot } from '../../models/parameters.ts';
import { createRandom } from '../../models/random.ts';
import type { SoftmaxHead } from '../../models/softmax/full.ts';

/** The network on show: recurrent layers and, maybe, a softmax read-out on every step's output. */
export interface LabNetwork {
  readonly stack: StackSpec;
  /** Number of classes of the read-out; null: there is none. */
  readonly classes: number | null;
}

/** A network with its numbers. */
export interface LabModel {
  readonly network: LabNetwork;
  /** Flat, as `labLayout` says: the stack in the order of `viewStack`, then `head.weights`, `head.bias`. Never changed in place. */
  readonly parameters: Float64Array;
}

/** Where a model's numbers came from, before they were edited by hand. */
export type Origin =
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'link' }
  /** Trained here; `steps` of the optimiser. */
  | { readonly kind: 'trained'; readonly steps: number };

/** What goes through the network. */
export type LabInput =
  /** One-hot vectors: ids into `vocabulary`, whose length is n_x. */
  | { readonly kind: 'symbols'; readonly ids: Int32Array; readonly vocabulary: readonly string[] }
  /** Numbers (T, n_x), row-major. */
  | { readonly kind: 'numbers'; readonly values: Float64Array };

/** A model that came out of a file. */
export interface OpenedModel {
  readonly model: LabModel;
  /** The file's name. */
  readonly name: string;
}

/** Sizes that the lab cannot show; none when it can. A file may claim any size: parameters are counted last. */
export function tooLarge({ stack, classes }: LabNetwork): readonly TooLarge[] {
  const { inputs, hidden, layers } = stack;
  const sizes = { inputs, hidden, layers, classes: classes ?? 0 };
  const above = sizesAboveLimits({ ...sizes, parameters: 0 });
  if (above.length > 0) return above;
  const head = classes === null ? 0 : (outputWidth(stack) + 1) * classes;
  return sizesAboveLimits({ ...sizes, parameters: stackParameterCount(stack) + head });
}

/** The same network as the trainer's; a network without read-out is given one class. */
export function tokenNetworkOf({ stack, classes }: LabNetwork): TokenNetwork {
  const { cell, inputs, hidden, layers, directions } = stack;
  return { spec: cell, inputs, classes: classes ?? 1, hidden, layers, directions };
}

/** Slots as in `networkLayout`; without a read-out, those of the layers alone. */
export function labLayout(network: LabNetwork): ParameterLayout {
  const layout = networkLayout(tokenNetworkOf(network));
  if (network.classes !== null) return layout;
  return createLayout(layout.slots.filter(({ name }) => !name.startsWith('head.')));
}

/** Live views of the flat parameters, or of gradients in the same layout. */
export function viewLab(
  network: LabNetwork,
  flat: Float64Array,
): { readonly layers: Layers<CellParameters>; readonly head: SoftmaxHead | null } {
  const layers = viewStack(network.stack, flat);
  if (network.classes === null) return { layers, head: null };
  const layout = labLayout(network);
  return {
    layers,
    head: { weights: viewSlot(layout, flat, 'head.weights'), bias: viewSlot(layout, flat, 'head.bias') },
  };
}

/** Fresh parameters from a seed. The layers' numbers are the same with and without a read-out. */
export function seededParameters(network: LabNetwork, seed: number, biases: GateBiases = {}): Float64Array {
  const flat = initialiseNetwork(tokenNetworkOf(network), createRandom(seed), biases);
  return network.classes === null ? flat.slice(0, stackParameterCount(network.stack)) : flat;
}

/** The model as converters to and from other libraries' files take it. Views, not copies. */
export function toStackModel({ network, parameters }: LabModel): StackModel {
  const { head } = viewLab(network, parameters);
  return {
    spec: network.stack,
    parameters: parameters.subarray(0, stackParameterCount(network.stack)),
    head,
  };
}

/** A converter's model as the lab takes it. A copy. */
export function fromStackModel({ spec, parameters, head }: StackModel): LabModel {
  if (!head) return { network: { stack: spec, classes: null }, parameters: parameters.slice() };
  const flat = new Float64Array(parameters.length + head.weights.length + head.bias.length);
  flat.set(parameters);
  flat.set(head.weights, parameters.length);
  flat.set(head.bias, parameters.length + head.weights.length);
  return { network: { stack: spec, classes: head.weights.length / outputWidth(spec) }, parameters: flat };
}
