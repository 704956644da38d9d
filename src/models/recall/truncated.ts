import type { CellState } from '../cells/types.ts';
import {
  forwardNextSymbol,
  initialiseNextSymbol,
  lossAndGradients,
  type NextSymbolShape,
  type SymbolBatch,
  viewNextSymbol,
  zeroStates,
} from '../language/next-symbol.ts';
import { clipByNorm } from '../optim/clip.ts';
import { createOptimizer } from '../optim/optimizer.ts';
import { createRandom } from '../random.ts';
import { type RecallResult, type RecallShape, recallNetwork, recallSteps, sampleRecall } from './recall.ts';

/**
 * Recall under truncated backpropagation: the answer's loss goes back through the last `window` steps only. The steps before
 * are computed, and their last state is handed on as given.
 */
export function truncatedRecallGradients(
  shape: RecallShape,
  flat: Float64Array,
  { ids, targets }: SymbolBatch,
  window: number,
  gradients: Float64Array,
): RecallResult {
  const network = recallNetwork(shape);
  const batch = ids.length / recallSteps(shape);
  const cut = Math.max(0, recallSteps(shape) - window) * batch;
  const before = statesAfter(network, flat, ids.subarray(0, cut), batch);
  const rest = { ids: ids.slice(cut), targets: targets.slice(cut) };
  const { loss, right } = lossAndGradients(network, flat, rest, before, gradients);
  return { loss, accuracy: right / batch };
}

function statesAfter(
  network: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  batch: number,
): readonly CellState[] {
  const start = zeroStates(network, batch);
  if (ids.length === 0) return start;
  return forwardNextSymbol(network, flat, ids, start)
    .layers.flat()
    .map(({ final }) => final);
}

export interface TruncatedRecallOptions {
  readonly shape: RecallShape;
  /** k: steps that the gradient is carried back. */
  readonly window: number;
  /** The orthogonal recurrent weights are multiplied by this at the start: below 1, an untrained state forgets. */
  readonly gain: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly clip: number;
  readonly seed: number;
}

export interface TruncatedRecallTrainer {
  readonly parameters: Float64Array;
  /** One step of Adam on fresh sequences. */
  step(): RecallResult;
}

/** Trains recall with a truncated gradient. Two trainers with the same seed begin alike and see the same sequences. */
export function createTruncatedRecall(options: TruncatedRecallOptions): TruncatedRecallTrainer {
  const { shape, window, gain, batch, learningRate, clip, seed } = options;
  const network = recallNetwork(shape);
  const random = createRandom(seed);
  const parameters = initialiseNextSymbol(network, random, { forgetBias: 1 });
  const weights = viewNextSymbol(network, parameters).layers[0]?.recurrentWeights ?? new Float64Array(0);
  for (let i = 0; i < weights.length; i++) weights[i]! *= gain;
  const gradients = new Float64Array(parameters.length);
  const adam = { kind: 'adam', learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
  const optimizer = createOptimizer(adam, parameters.length);
  return {
    parameters,
    step() {
      const result = truncatedRecallGradients(
        shape,
        parameters,
        sampleRecall(shape, random, batch),
        window,
        gradients,
      );
      clipByNorm(gradients, clip);
      optimizer.step(parameters, gradients);
      return result;
    },
  };
}
