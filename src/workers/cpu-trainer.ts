import type { HeldOutBatch } from '../models/language/held-out.ts';
import { type TrainerState, writeTrainerState } from './checkpoint.ts';
import type { TrainingBatch } from './feed.ts';
import { assertAllFinite, assertFinite, writeEdits } from './numbers.ts';
import type { PreparedRun } from './prepare.ts';
import type { LossPoint, StepStats, Tier, Trainer } from './protocol.ts';
import { factsOf, firstStats, RATE, type StartState, scheduleFactorOf, trainingBatch } from './start.ts';
import { CURVE_LIMIT, createThinner } from './thinner.ts';

/** What a tier on the CPU brings: where its numbers live, and how one step changes them. */
export interface CpuModel {
  /** Flat, in the model's layout; live. */
  readonly parameters: Float64Array | Float32Array;
  /** One optimiser step. When loss or norm is not finite, parameters and optimiser stay as they were. */
  step(batch: TrainingBatch, learningRate: number): Omit<StepStats, 'step'>;
  /** Loss and gradient of a batch from zero states, before the first step: changes nothing. */
  measure(batch: TrainingBatch): Omit<StepStats, 'step'>;
  /** Optimiser steps done, and what `Optimizer.state()` has behind its header; live or a copy. */
  optimizer(): { readonly steps: number; readonly moments: TrainerState['moments'] };
  /** See `Trainer.evaluate`. */
  evaluate(batch: HeldOutBatch): number;
  carried(): TrainerState['carried'];
  dispose(): void;
}

/** All that trainers on the CPU have in common: batches, the loss curve, the look out for divergence, checkpoints. */
export function createCpuTrainer(run: PreparedRun, start: StartState, tier: Tier, model: CpuModel): Trainer {
  const { feed } = start;
  const { parameters } = model;
  const curve = createThinner<LossPoint>(CURVE_LIMIT);
  const measureFirst = (): StepStats =>
    firstStats(run, new Float64Array(parameters), feed) ?? { step: 0, ...model.measure(feed.peek()) };
  let stats = start.stats ?? measureFirst();
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
      assertAllFinite('parameters', parameters, stats.step);
      const { steps, moments } = model.optimizer();
      const optimizer = [steps, learningRate] as const;
      const facts = factsOf(run, tier, { stats, feed, learningRate });
      return writeTrainerState({ ...facts, parameters, optimizer, moments, carried: model.carried() });
    },
    async edit(edits) {
      writeEdits(parameters, edits);
      if (stats.step === 0) stats = measureFirst();
    },
    setLearningRate(value) {
      learningRate = value;
    },
    evaluate: model.evaluate,
    dispose: model.dispose,
  };
}
