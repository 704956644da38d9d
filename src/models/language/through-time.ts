import type { SequenceTrace } from '../cells/types.ts';
import { NO_TARGET } from '../dense/losses.ts';
import { headLogits, softmax } from '../softmax/full.ts';
import {
  backwardNextSymbol,
  evaluateNextSymbol,
  forwardNextSymbol,
  type NextSymbolShape,
  viewNextSymbol,
  zeroStates,
} from './next-symbol.ts';

/**
 * Backpropagation through time taken apart (Werbos 1990): one sentence, a loss at every step, and the gradient of each of
 * these losses by itself. One RNN layer, batch of one; T steps, n_a units, V tokens.
 */
export interface ThroughTime {
  readonly shape: NextSymbolShape;
  readonly trace: SequenceTrace;
  readonly ids: Int32Array;
  readonly targets: Int32Array;
  /** ŷ, (T, V). */
  readonly probabilities: Float64Array;
  /** L^⟨t⟩ = −ln ŷ^⟨t⟩(target), (T), nats. */
  readonly losses: Float64Array;
  /** ∂L^⟨i⟩/∂a^⟨j⟩, (T, T, n_a), index (i·T + j)·n_a + unit; 0 where j > i: a loss does not reach the future. */
  readonly reach: Float64Array;
  /** ∂L^⟨i⟩/∂z^⟨j⟩, the same shape. */
  readonly pre: Float64Array;
}

/** Which loss i may reach which step j. */
export type Kept = (loss: number, step: number) => boolean;
const everything: Kept = () => true;

/**
 * Runs the network over `ids` from a zero state and sends every loss back by itself: T backward passes of the reference
 * model. `targets` has a token for every step. Throws a RangeError unless the network is one RNN layer.
 */
export function throughTime(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  targets: Int32Array,
): ThroughTime {
  if (shape.spec.kind !== 'rnn' || shape.layers !== 1) throw new RangeError('expected one RNN layer');
  const steps = ids.length;
  const block = steps * shape.hidden;
  const stack = forwardNextSymbol(shape, flat, ids, zeroStates(shape, 1));
  const logits = headLogits(viewNextSymbol(shape, flat).head, stack.output, steps);
  const scratch = new Float64Array(flat.length);
  const losses = new Float64Array(steps);
  const reach = new Float64Array(steps * block);
  const pre = new Float64Array(steps * block);
  for (let i = 0; i < steps; i++) {
    const only = new Int32Array(steps).fill(NO_TARGET);
    only[i] = targets[i]!;
    const { loss, layers } = backwardNextSymbol(shape, flat, stack, only, scratch);
    const layer = layers[0]?.[0];
    losses[i] = loss;
    if (layer?.values.hidden) reach.set(layer.values.hidden, i * block);
    if (layer?.pre.candidate) pre.set(layer.pre.candidate, i * block);
  }
  const probabilities = softmax(logits, shape.vocabulary);
  return { shape, trace: stack.layers[0]![0]!, ids, targets, probabilities, losses, reach, pre };
}

/** Σ of a step's gradients (∂/∂a or ∂/∂z) over the losses that are kept: a vector (n_a). */
export function sumOverLosses(
  { losses, shape: { hidden } }: ThroughTime,
  gradients: Float64Array,
  step: number,
  kept: Kept = everything,
): Float64Array {
  const steps = losses.length;
  const sum = new Float64Array(hidden);
  for (let i = step; i < steps; i++) {
    if (!kept(i, step)) continue;
    for (let k = 0; k < hidden; k++) sum[k]! += gradients[(i * steps + step) * hidden + k]!;
  }
  return sum;
}

/** ‖∂L^⟨i⟩/∂a^⟨j⟩‖: how strongly loss i is felt at step j. */
export function reachNorm({ losses, reach, shape: { hidden } }: ThroughTime, i: number, j: number): number {
  const start = (i * losses.length + j) * hidden;
  return Math.hypot(...reach.subarray(start, start + hidden));
}

/**
 * What the use of W_aa at each step adds to ∂L/∂W_aa: a^⟨j−1⟩ times ∂L/∂z^⟨j⟩, (T, n_a, n_a), each step in the layout of the
 * recurrent weights (row: the unit read, column: the unit written). Their sum over j is the gradient of the kept losses.
 */
export function recurrentContributions(through: ThroughTime, kept: Kept = everything): Float64Array {
  const { trace, losses, shape, pre } = through;
  const { hidden } = shape;
  const states = trace.values.hidden ?? new Float64Array(0);
  const parts = new Float64Array(losses.length * hidden * hidden);
  for (let j = 1; j < losses.length; j++) {
    const dz = sumOverLosses(through, pre, j, kept);
    for (let row = 0; row < hidden; row++) {
      const before = states[(j - 1) * hidden + row]!;
      for (let column = 0; column < hidden; column++) {
        parts[(j * hidden + row) * hidden + column] = before * dz[column]!;
      }
    }
  }
  return parts;
}

/** L = Σ L^⟨t⟩ by a forward pass alone. */
export function summedLoss(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  targets: Int32Array,
): number {
  return evaluateNextSymbol(shape, flat, { ids, targets }, zeroStates(shape, 1)).loss * ids.length;
}
