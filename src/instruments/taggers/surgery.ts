import { directionCount } from '../../models/cells/stack.ts';
import {
  forwardNetwork,
  networkZeroStates,
  type TokenNetwork,
  viewNetwork,
} from '../../models/network/token-network.ts';
import type { TaskBatch } from '../../models/tasks/task.ts';

/*
 * What can be done to a trained two-way tagger whose chains stand side by side (`concat`). The read-out is linear, so
 * cutting a chain off, putting its mean in its place or exchanging the two is the same as changing the read-out's weights.
 */

/** Throws a RangeError for a network whose chains the read-out cannot tell apart. */
function requireConcat({ directions, layers }: TokenNetwork): void {
  if (directions !== 'concat' || layers !== 1) throw new RangeError('one layer, both ways, side by side');
}

/** Where the read-out meets ←a: its rows, as a range of `head.weights`. */
function backwardRows({ hidden, classes }: TokenNetwork): readonly [number, number] {
  return [hidden * classes, 2 * hidden * classes];
}

/** Parameters of the same network with 0 in the place of ←a, at every step. */
export function withoutBackward(network: TokenNetwork, flat: Float64Array): Float64Array {
  requireConcat(network);
  const cut = flat.slice();
  viewNetwork(network, cut).head.weights.fill(0, ...backwardRows(network));
  return cut;
}

/** The mean of ←a over all words of these sentences, (n_a). */
export function meanBackward(network: TokenNetwork, flat: Float64Array, sentences: TaskBatch): Float64Array {
  const { ids, batch, mask } = sentences;
  const trace = forwardNetwork(network, flat, ids, networkZeroStates(network, batch), { mask });
  const hidden = trace.layers[0]?.[directionCount(network) - 1]?.values.hidden ?? new Float64Array(0);
  const mean = new Float64Array(network.hidden);
  let count = 0;
  ids.forEach((_, row) => {
    if (mask && mask[row] === 0) return;
    count += 1;
    for (let unit = 0; unit < mean.length; unit++) mean[unit]! += hidden[row * mean.length + unit]!;
  });
  return mean.map((sum) => sum / count);
}

/** Parameters of the same network with a constant (n_a) in the place of ←a, at every step. */
export function withConstantBackward(
  network: TokenNetwork,
  flat: Float64Array,
  constant: Float64Array,
): Float64Array {
  const cut = withoutBackward(network, flat);
  const { weights } = viewNetwork(network, flat).head;
  const { bias } = viewNetwork(network, cut).head;
  const [start] = backwardRows(network);
  constant.forEach((value, unit) => {
    for (let k = 0; k < network.classes; k++)
      bias[k]! += value * weights[start + unit * network.classes + k]!;
  });
  return cut;
}

/** Parameters of the same network with →a and ←a exchanged. Where they are added, nothing changes. */
export function withChainsExchanged(network: TokenNetwork, flat: Float64Array): Float64Array {
  const changed = flat.slice();
  if (network.directions === 'sum') return changed;
  requireConcat(network);
  const { weights } = viewNetwork(network, changed).head;
  const [start, end] = backwardRows(network);
  const backward = weights.slice(start, end);
  weights.copyWithin(start, 0, start);
  weights.set(backward, 0);
  return changed;
}
