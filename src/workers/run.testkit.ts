import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type PreparedRun, prepareRun } from './prepare.ts';
import type { LossPoint, RunConfig, Trainer } from './protocol.ts';
import { factsOf, freshStart, resumedStart, type StartState } from './start.ts';

export function prepared(config: RunConfig): PreparedRun {
  const result = prepareRun(config);
  if (!result.ok) throw new Error(result.failure.code);
  return result.run;
}

export function begin(config: RunConfig): [PreparedRun, StartState] {
  const run = prepared(config);
  return [run, freshStart(run)];
}

export function resume(config: RunConfig, bytes: Uint8Array): [PreparedRun, StartState] {
  const run = prepared(config);
  const read = readCheckpoint(bytes);
  if (!read.ok) throw new Error(read.fault);
  return [run, resumedStart(run, read.checkpoint)];
}

export async function train(trainer: Trainer, steps: number): Promise<readonly LossPoint[]> {
  for (let i = 0; i < steps; i++) await trainer.step();
  return (await trainer.stats()).since;
}

export async function parametersOf(trainer: Trainer, length: number): Promise<Float64Array> {
  const parameters = new Float64Array(length);
  await trainer.snapshot(parameters);
  return parameters;
}

function checkpointOf(run: PreparedRun, start: StartState, stats = start.stats): Checkpoint {
  if (!stats) throw new Error('this run is too large for a test');
  const { parameters, optimizer, carried, feed } = start;
  const { learningRate } = run.config.optimizer;
  return { ...factsOf(run, 'js', { stats, feed, learningRate }), parameters, optimizer, carried };
}

/** A true checkpoint of the config, as if `step` steps had been done and the last had that loss. */
export function checkpointBytes(
  config: RunConfig,
  step: number,
  loss: number,
  changes: Partial<Checkpoint> = {},
): Uint8Array {
  const [run, start] = begin(config);
  const stats = { step, loss, gradientNorm: 1, accuracy: null };
  return writeCheckpoint({ ...checkpointOf(run, start, stats), ...changes });
}

/** The checkpoint of a run that has not begun to train. */
export function freshCheckpoint(config: RunConfig): Uint8Array {
  const [run, start] = begin(config);
  return writeCheckpoint(checkpointOf(run, start));
}
