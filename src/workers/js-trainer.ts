import { clipByNorm, gradientNorm } from '../models/optim/clip.ts';
import { createOptimizer } from '../models/optim/optimizer.ts';
import { writeCheckpoint } from './checkpoint.ts';
import { assertFinite, type ParameterEdit, writeEdits } from './numbers.ts';
import type { PreparedRun } from './prepare.ts';
import type { LossPoint, StepStats, Trainer } from './protocol.ts';
import { batchLoss, checkpointOf, firstStats, type StartState } from './start.ts';
import { CURVE_LIMIT, createThinner } from './thinner.ts';

/** The tier that runs everywhere: the reference model itself, in plain TypeScript and 64 bits. */
export function createJsTrainer(run: PreparedRun, start: StartState): Trainer {
  const { parameters, feed } = start;
  const gradients = new Float64Array(parameters.length);
  const optimizer = createOptimizer(run.config.optimizer, parameters.length);
  optimizer.restore(start.optimizer);
  const curve = createThinner<LossPoint>(CURVE_LIMIT);
  let { carried, stats } = start;

  const step = () => {
    const number = stats.step + 1;
    const { loss, accuracy, states } = batchLoss(run, parameters, feed.take(), carried, gradients);
    assertFinite('loss', loss, number);
    const { clip } = run.config;
    const norm = clip === null ? gradientNorm(gradients) : clipByNorm(gradients, clip);
    assertFinite('gradient', norm, number);
    optimizer.step(parameters, gradients);
    carried = states;
    stats = { step: number, loss, gradientNorm: norm, accuracy } satisfies StepStats;
    curve.push(stats);
  };
  return {
    step,
    get stepsDone() {
      return stats.step;
    },
    stats: async () => ({ latest: stats, since: curve.take() }),
    async snapshot(into) {
      into.set(parameters);
    },
    async checkpoint() {
      for (const value of parameters) assertFinite('parameters', value, stats.step);
      const state = { step: stats.step, stats, parameters, optimizer: optimizer.state(), carried, feed };
      return writeCheckpoint(checkpointOf(run, 'js', state));
    },
    async edit(edits: readonly ParameterEdit[]) {
      writeEdits(parameters, edits);
      if (stats.step === 0) stats = firstStats(run, parameters, feed);
    },
    setLearningRate: optimizer.setLearningRate,
    dispose() {},
  };
}
