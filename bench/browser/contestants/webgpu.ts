import { networkLayout, networkZeroStates } from '../../../src/models/network/token-network.ts';
import { createOptimizer } from '../../../src/models/optim/optimizer.ts';
import type { PreparedRun } from '../../../src/workers/prepare.ts';
import type { StartState } from '../../../src/workers/start.ts';
import { openWebgpuTier } from '../../../src/workers/tf/tier.ts';
import { type BenchCase, OPTIMIZER } from '../case.ts';
import { type CharacterShape, networkOf } from '../shape.ts';
import type { OpenContestant } from './contestant.ts';
import { requireAdapter } from './require-adapter.ts';

/** Ours on WebGPU: the run's own trainer. Its steps are queued, so they are timed many at a time. */
export const openWebgpu: OpenContestant = async (shape, start, { allowSoftware }) => {
  const adapter = await requireAdapter(allowSoftware);
  const tier = await openWebgpuTier();
  const trainer = tier.createTrainer(preparedRun(shape), startState(shape, start));
  return {
    note: adapter,
    async step() {
      await trainer.step();
      return null;
    },
    async finish() {
      const { latest } = await trainer.stats();
      return latest.loss;
    },
  };
};

function preparedRun(shape: CharacterShape): PreparedRun {
  const network = networkOf(shape);
  const layout = networkLayout(network);
  const { batch, steps, hidden, vocabulary } = shape;
  return {
    config: {
      task: { kind: 'next-symbol', level: 'character', text: '', vocabulary },
      cell: network.spec,
      hidden,
      layers: 1,
      batch,
      steps,
      optimizer: OPTIMIZER,
      clip: null,
      directions: 'forward',
      biases: { forget: 1 },
      seed: 0,
    },
    network,
    layout,
    info: {
      vocabulary: [],
      classes: [],
      parameterCount: layout.length,
      tokens: 0,
      counts: [],
      heldOut: 0,
      batch,
      steps,
      notices: [],
    },
    vocabulary: null,
    heldOut: null,
    hasAccuracy: false,
    textHash: 0,
    vocabularyHash: 0,
    createFeed: () => {
      throw new Error('the bench brings its own batch');
    },
  };
}

/** The same batch at every step, from zero states. */
function startState(shape: CharacterShape, { parameters, batch }: BenchCase): StartState {
  const again = () => ({ ...batch, restart: true });
  return {
    step: 0,
    stats: { step: 0, loss: Number.NaN, gradientNorm: 0, accuracy: null },
    parameters,
    optimizer: createOptimizer(OPTIMIZER, parameters.length).state(),
    carried: networkZeroStates(networkOf(shape), shape.batch),
    feed: { take: again, peek: again, position: () => 0, generator: () => new Uint32Array(4) },
  };
}
