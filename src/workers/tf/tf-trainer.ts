import { writeTrainerState } from '../checkpoint.ts';
import { assertAllFinite, assertFinite, writeEdits } from '../numbers.ts';
import type { PreparedRun } from '../prepare.ts';
import type { LossPoint, Tier, Trainer } from '../protocol.ts';
import { factsOf, firstStats, RATE, type StartState, scheduleFactorOf, trainingBatch } from '../start.ts';
import { CURVE_LIMIT, createThinner } from '../thinner.ts';
import {
  disposeDevice,
  download,
  downloadState,
  measureFirst,
  measureOnDevice,
  readUnread,
  stepOnDevice,
  toDevice,
  uploadStart,
} from './device-state.ts';
import type { TfEngine } from './engine.ts';
import type { GraphModel } from './graph.ts';

/**
 * Trains on TF.js's current backend, in 32 bits. Everything stays on the device; losses are read back when somebody asks,
 * or after 512 steps in which nobody asked, so that divergence is noticed all the same. The device stays open after
 * `dispose`: several trainers may share it.
 */
export function createTfTrainer(run: PreparedRun, start: StartState, engine: TfEngine, tier: Tier): Trainer {
  const { config, hasAccuracy } = run;
  const model: GraphModel = { network: run.network, size: { steps: run.info.steps, batch: run.info.batch } };
  const device = uploadStart(model, start);
  const curve = createThinner<LossPoint>(CURVE_LIMIT);
  let learningRate = start.optimizer[RATE] ?? config.optimizer.learningRate;
  let latest = start.stats;
  let done = start.step;
  let optimizerSteps = start.optimizer[0] ?? 0;
  let previousWork: Promise<unknown> = Promise.resolve();

  const readLosses = async () => {
    const points = await readUnread(device, done, hasAccuracy);
    await engine.check();
    for (const point of points) {
      assertFinite('loss', point.loss, point.step);
      assertFinite('gradient', point.gradientNorm, point.step);
      curve.push(point);
      latest = point;
    }
  };
  const step = async () => {
    const batch = trainingBatch(run, start.feed, done + 1);
    const rate = learningRate * scheduleFactorOf(run, done + 1);
    stepOnDevice(device, { model, config, batch, step: optimizerSteps + 1, learningRate: rate });
    optimizerSteps++;
    done++;
    // One step may wait on the device while the next is written, no more: a pause must land.
    await previousWork;
    previousWork = engine.workDone();
    if (device.asked.length >= CURVE_LIMIT) await readLosses();
  };
  const readLatest = async () => {
    await readLosses();
    latest ??= { step: 0, ...(await measureFirst(device, model, start.feed.peek(), hasAccuracy)) };
    return latest;
  };
  const checkpoint = async () => {
    const stats = await readLatest();
    const { parameters, ...numbers } = await downloadState(device);
    assertAllFinite('parameters', parameters, done);
    const optimizer = [optimizerSteps, learningRate] as const;
    const facts = factsOf(run, tier, { stats, feed: start.feed, learningRate });
    return writeTrainerState({ ...facts, parameters, optimizer, ...numbers });
  };
  return {
    step,
    get stepsDone() {
      return done;
    },
    async stats() {
      return { latest: await readLatest(), since: curve.take() };
    },
    async snapshot(into) {
      into.set(await device.parameters.data());
    },
    checkpoint,
    evaluate: (batch) => measureOnDevice(device, model, batch),
    async edit(edits) {
      const [parameters = new Float64Array(0)] = await download([device.parameters]);
      writeEdits(parameters, edits);
      device.parameters.dispose();
      device.parameters = toDevice(parameters);
      if (done === 0) latest = firstStats(run, parameters, start.feed);
    },
    setLearningRate(value) {
      learningRate = value;
    },
    loseDevice: engine.loseDevice,
    dispose: () => disposeDevice(device),
  };
}
