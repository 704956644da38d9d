import { clipByNorm, gradientNorm } from '../models/optim/clip.ts';
import { createOptimizer } from '../models/optim/optimizer.ts';
import { createCpuTrainer } from './cpu-trainer.ts';
import type { PreparedRun } from './prepare.ts';
import type { Trainer } from './protocol.ts';
import { batchLoss, type StartState } from './start.ts';

/** The tier that runs everywhere: the reference model itself, in plain TypeScript and 64 bits. */
export function createJsTrainer(run: PreparedRun, start: StartState): Trainer {
  const { parameters } = start;
  const { clip } = run.config;
  const gradients = new Float64Array(parameters.length);
  const optimizer = createOptimizer(run.config.optimizer, parameters.length);
  optimizer.restore(start.optimizer);
  let { carried } = start;
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
    optimizerState: optimizer.state,
    carried: () => carried,
    dispose() {},
  });
}
