import { initialiseNetwork, type TokenBatch } from '../../src/models/network/token-network.ts';
import type { OptimizerSpec } from '../../src/models/optim/types.ts';
import { createRandom } from '../../src/models/random.ts';
import { type CharacterShape, networkOf } from './shape.ts';

/** The optimiser of every contestant. TF.js takes another ε unless it is told. */
export const OPTIMIZER: Extract<OptimizerSpec, { kind: 'adam' }> = {
  kind: 'adam',
  learningRate: 0.002,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
};

const SEED = 20;
const FORGET_BIAS = 1;

/** Where every contestant starts: the same numbers, made anew in each worker from the same seed. */
export interface BenchCase {
  /** Flat, in the order of `networkLayout`. */
  readonly parameters: Float64Array;
  /** The batch of every step; states are zero before each. */
  readonly batch: TokenBatch;
}

export function createCase(shape: CharacterShape): BenchCase {
  const random = createRandom(SEED);
  const parameters = initialiseNetwork(networkOf(shape), random, { forget: FORGET_BIAS });
  const tokens = () =>
    Int32Array.from({ length: shape.steps * shape.batch }, () => random.integer(shape.vocabulary));
  return { parameters, batch: { ids: tokens(), targets: tokens() } };
}
