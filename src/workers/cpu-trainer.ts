import type { CellState } from '../models/cells/types.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { TrainingBatch } from './feed.ts';
import { assertFinite, writeEdits } from './numbers.ts';
import type { PreparedRun } from './prepare.ts';
import type { LossPoint, StepStats, Tier, Trainer } from './protocol.ts';
import { checkpointOf, firstStats, type StartState } from './start.ts';
import { CURVE_LIMIT, createThinner } from './thinner.ts';

/** What a tier on the CPU brings: where its numbers live, and how one step changes them. */
export interface CpuModel {
  /** Flat, in the model's layout; live. */
  readonly parameters: Float64Array | Float32Array;
  /** One optimiser step. When loss or norm is not finite, parameters and optimiser stay as they were. */
  step(batch: TrainingBatch): Omit<StepStats, 'step'>;
  /** As `Optimizer.state()` gives it. */
  optimizerState(): Float64Array;
  carried(): readonly CellState[];
  setLearningRate(learningRate: number): void;
  dispose(): void;
}

/** All that trainers on the CPU have in common: batches, the loss curve, the look out for divergence, checkpoints. */
export function createCpuTrainer(run: PreparedRun, start: StartState, tier: Tier, model: CpuModel): Trainer {
  const { feed } = start;
  const { parameters } = model;
  const curve = createThinner<LossPoint>(CURVE_LIMIT);
  let { stats } = start;
  return {
    step() {
      const point = { step: stats.step + 1, ...model.step(feed.take()) };
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
      const numbers = { parameters: Float64Array.from(parameters), optimizer, carried: model.carried() };
      return writeCheckpoint(checkpointOf(run, tier, { step, stats, feed, ...numbers }));
    },
    async edit(edits) {
      writeEdits(parameters, edits);
      if (stats.step === 0) stats = firstStats(run, Float64Array.from(parameters), feed);
    },
    setLearningRate: model.setLearningRate,
    dispose: model.dispose,
  };
}
