import type { OptimizerSpec } from '../../models/optim/types.ts';
import type { KernelUpdate } from './types.ts';

/** An optimiser's code is its place here: assembly/optimizer.ts has the same order. */
export const OPTIMIZER_CODES: readonly OptimizerSpec['kind'][] = ['sgd', 'momentum', 'rmsprop', 'adam'];

/** Keeps the division finite when the norm is 0: the same number as in models/optim/clip.ts. */
const CLIP_EPSILON = 1e-6;

/** Running averages that a rule keeps for each parameter. */
export function momentCount({ kind }: OptimizerSpec): number {
  return { sgd: 0, momentum: 1, rmsprop: 1, adam: 2 }[kind];
}

/** What the gradient is multiplied by: 1, or less to shorten it to `clip` (see `clipByNorm`). */
export function clipScale(norm: number, clip: number | null): number {
  return clip === null ? 1 : Math.min(1, clip / (norm + CLIP_EPSILON));
}

/** Everything that is the same for all parameters of a step, computed in 64 bits and rounded once, into `out`. */
export function coefficients(
  optimizer: OptimizerSpec,
  { step, learningRate }: KernelUpdate,
  scale: number,
  out: Float32Array,
): void {
  out[0] = scale;
  out[1] = learningRate;
  if (optimizer.kind === 'momentum') out[2] = optimizer.momentum;
  if (optimizer.kind === 'rmsprop') {
    out[2] = optimizer.decay;
    out[3] = 1 - optimizer.decay;
    out[4] = optimizer.epsilon;
  }
  if (optimizer.kind === 'adam') {
    const { beta1, beta2 } = optimizer;
    out[1] = learningRate / (1 - beta1 ** step);
    out[2] = beta1;
    out[3] = 1 - beta1;
    out[4] = beta2;
    out[5] = 1 - beta2;
    out[6] = 1 / Math.sqrt(1 - beta2 ** step);
    out[7] = optimizer.epsilon;
  }
}
