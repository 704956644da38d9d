import type { CellState } from '../models/cells/types.ts';
import { evaluateNetwork, networkZeroStates } from '../models/network/token-network.ts';
import { clipByNorm, gradientNorm } from '../models/optim/clip.ts';
import { createOptimizer } from '../models/optim/optimizer.ts';
import { createCpuTrainer } from './cpu-trainer.ts';
import type { PreparedRun } from './prepare.ts';
import type { Trainer } from './protocol.ts';
import { batchLoss, type StartState } from './start.ts';

/** Numbers before the moments in `Optimizer.state()`. */
const HEADER = 2;

/** The tier that runs everywhere: the reference model itself, in plain TypeScript and 64 bits. */
export function createJsTrainer(run: PreparedRun, start: StartState): Trainer {
  const { parameters } = start;
  const { clip } = run.config;
  const gradients = new Float64Array(parameters.length);
  const optimizer = createOptimizer(run.config.optimizer, parameters.length);
  optimizer.restore(start.optimizer);
  let { carried } = start;
  /** Where the last batch of held-out text ended. */
  let held: readonly CellState[] = [];
  return createCpuTrainer(run, start, 'js', {
    parameters,
    step(batch, learningRate) {
      const { loss, accuracy, states } = batchLoss(run, parameters, batch, carried, gradients);
      const norm = clip === null ? gradientNorm(gradients) : clipByNorm(gradients, clip);
      if (Number.isFinite(loss) && Number.isFinite(norm)) {
        optimizer.setLearningRate(learningRate);
        optimizer.step(parameters, gradients);
        carried = states;
      }
      return { loss, gradientNorm: norm, accuracy };
    },
    evaluate(batch) {
      const before = batch.restart ? networkZeroStates(run.network, run.info.batch) : held;
      const { loss, states } = evaluateNetwork(run.network, parameters, batch, before);
      held = states;
      return loss;
    },
    measure(batch) {
      const zero = networkZeroStates(run.network, run.info.batch);
      const { loss, accuracy } = batchLoss(run, parameters, batch, zero, gradients);
      return { loss, gradientNorm: gradientNorm(gradients), accuracy };
    },
    optimizer() {
      const state = optimizer.state();
      return { steps: state[0] ?? 0, moments: [state.subarray(HEADER)] };
    },
    carried: () => carried,
    dispose() {},
  });
}
