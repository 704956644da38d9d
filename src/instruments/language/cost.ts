import { type NextSymbolShape, nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { MOMENTS, type OptimizerSpec } from '../../models/optim/types.ts';
import type { ParameterSlot } from '../../models/parameters.ts';

/** What a run will take of the machine. */
export interface Cost {
  readonly parameters: number;
  /** About as many bytes while it trains. */
  readonly bytes: number;
  /** Multiplications and additions of a training step. */
  readonly flops: number;
}

export interface Workload {
  readonly shape: NextSymbolShape;
  readonly batch: number;
  /** T. */
  readonly steps: number;
  readonly optimizer: OptimizerSpec['kind'];
}

/** Above this a browser's tab is likely to be ended by the system: a run is refused. */
export const MOST_BYTES = 2 ** 31;

/** The worker keeps 32-bit numbers where it computes and 64-bit ones in checkpoints; the page draws from 64-bit copies. */
const WORKING = 4;
const EXACT = 8;
/** Of the parameters in 64 bits: two buffers between worker and page, and the one on show. */
const COPIES = 3;
/** Numbers that a layer keeps of a step for its way back: at most four gates, their sums and gradients, two states. */
const KEPT_A_UNIT = 14;

/** A one-hot vector picks a row: the lowest layer's input weights take no products. */
const isLookedUp = ({ name }: ParameterSlot): boolean => name === 'layers.0.inputWeights';
const isMatrix = ({ shape }: ParameterSlot): boolean => shape.length === 2;

/**
 * Parameters are exact. Every weight of a matrix costs a product and a sum on the way there and twice that on the way back
 * (inputs and weights); memory counts parameters, gradients, moments, checkpoints, and what every step keeps for its way back.
 */
export function costOf({ shape, batch, steps, optimizer }: Workload): Cost {
  const { length: parameters, slots } = nextSymbolLayout(shape);
  const products = slots
    .filter((slot) => isMatrix(slot) && !isLookedUp(slot))
    .reduce((sum, { length }) => sum + length, 0);
  const tokens = batch * steps;
  const moments = MOMENTS[optimizer];
  const numbers = (2 + moments) * WORKING + (COPIES + 1 + moments) * EXACT;
  const kept = tokens * (KEPT_A_UNIT * shape.hidden * shape.layers + 2 * shape.vocabulary) * WORKING;
  return { parameters, bytes: parameters * numbers + kept, flops: 6 * products * tokens };
}
