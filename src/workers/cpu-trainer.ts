import type { CellState } from '../models/cells/types.ts';
import type { HeldOutBatch } from '../models/language/held-out.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { TrainingBatch } from './feed.ts';
import { assertFinite, writeEdits } from './numbers.ts';
import type { PreparedRun } from './prepare.ts';
import type { LossPoint, StepStats, Tier, Trainer } from './protocol.ts';
import { checkpointOf, firstStats, RATE, type StartState, scheduleFactorOf, trainingBatch } from './start.ts';
import { CURVE_LIMIT, createThinner } from './thinner.ts';

/** What a tier on the CPU brings: where its numbers live, and how one step changes them. */
export interface CpuModel {
  /** Flat, in the model's layout; live. */
  readonly parameters: Float64Array | Float32Array;
  /** One optimiser step. When loss or norm is not finite, parameters and optimiser stay as they were. */
  step(batch: TrainingBatch, learningRate: number): Omit<StepStats, 'step'>;
  /** As `Optimizer.state()` gives it, with any learning rate. */
  optimizerState(): Float64Array;
  /** See `Trainer.evaluate`. */
  evaluate(batch: HeldOutBatch): number;
  carried(): readonly CellState[];
  dispose(): void;
}

/** All that trainers on the CPU have in common: batches, the loss curve, the look out for divergence, checkpoints. */
export function createCpuTrainer(run: PreparedRun, start: StartState, tier: Tier, model: CpuModel): Trainer {
  const { feed } = start;
  const { parameters } = model;
  const curve = createThinner<LossPoint>(CURVE_LIMIT);
  let { stats } = start;
  let learningRate = start.optimizer[RATE] ?? run.config.optimizer.learningRate;
  return {
    step() {
      const step = stats.step + 1;
      const rate = learningRate * scheduleFactorOf(run, step);
      const point = { step, ...model.step(trainingBatch(run, feed, step), rate) };
      assertFinite('loss', point.loss, point.step);
      assertFinite('gradient', point.gradientNorm, point.step);
      stats = point;
      curve.push(point);
    },
    get stepsDone() {
      return stats.step;
    },
    stats: async () => ({ latest: stats, since: curve.take() }),
    async snapshot(into) {
      into.set(parameters);
    },
    async checkpoint() {
      for (const value of parameters) assertFinite('parameters', value, stats.step);
      const { step } = stats;
      const optimizer = model.optimizerState();
      optimizer[RATE] = learningRate;
      const numbers = { parameters: Float64Array.from(parameters), optimizer, carried: model.carried() };
      return writeCheckpoint(checkpointOf(run, tier, { step, stats, feed, ...numbers }));
    },
    async edit(edits) {
      writeEdits(parameters, edits);
      if (stats.step === 0) stats = firstStats(run, Float64Array.from(parameters), feed);
    },
    setLearningRate(value) {
      learningRate = value;
    },
    evaluate: model.evaluate,
    dispose: model.dispose,
  };
}
