import { skipNetworkGradients } from '../../models/depth/skip-network.ts';
import { createOptimizer } from '../../models/optim/optimizer.ts';
import { createRandom } from '../../models/random.ts';
import { sampleRecall } from '../../models/recall/recall.ts';
import { freshParameters, gradientMap, type PairSettings, pairNetwork, recallShape } from './recall-pair.ts';
import { EVERY, type PairProgress, STEPS, type TwinProgress } from './training-types.ts';

const BATCH = 16;
const ADAM = { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

interface Twin {
  train(): number;
  map(): Float64Array;
}

/** One of the two; both read the same batches in the same order. */
function createTwin(settings: PairSettings, skips: boolean): Twin {
  const network = pairNetwork(settings, skips);
  const shape = recallShape(settings);
  const flat = freshParameters(settings, settings.seed);
  const gradients = new Float64Array(flat.length);
  const optimizer = createOptimizer(ADAM, flat.length);
  const random = createRandom(settings.seed + 1);
  const size = { steps: settings.steps, batch: BATCH };
  return {
    train() {
      const batch = sampleRecall(shape, random, BATCH);
      const { right } = skipNetworkGradients(network, flat, batch, size, gradients);
      optimizer.step(flat, gradients);
      return right;
    },
    map: () => gradientMap(settings, skips, flat, settings.seed),
  };
}

/**
 * Trains both networks on the same sequences, Adam, step by step; tells now and then how they stand: the share of right
 * answers over the batches since the last time, and where the error of a batch reaches now.
 */
export function* trainPair(settings: PairSettings): Generator<PairProgress> {
  const twins = [createTwin(settings, false), createTwin(settings, true)] as const;
  for (let step = EVERY; step <= STEPS; step += EVERY) {
    const progress = twins.map((twin): TwinProgress => {
      let right = 0;
      for (let i = 0; i < EVERY; i++) right += twin.train();
      return { accuracy: right / (EVERY * BATCH), map: twin.map() };
    });
    const [plain, skipping] = progress;
    if (plain && skipping) yield { step, plain, skipping };
  }
}
