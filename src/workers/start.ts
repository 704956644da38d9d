import type { CellState } from '../models/cells/types.ts';
import { countTargets } from '../models/dense/losses.ts';
import {
  initialiseNetwork,
  networkLossAndGradients,
  networkZeroStates,
} from '../models/network/token-network.ts';
import { gradientNorm } from '../models/optim/clip.ts';
import { createOptimizer } from '../models/optim/optimizer.ts';
import { scheduleFactor } from '../models/optim/schedule.ts';
import { createRandom, createRandomFromState } from '../models/random.ts';
import { type Checkpoint, type CheckpointFacts, isStateOf } from './checkpoint.ts';
import type { Feed, TrainingBatch } from './feed.ts';
import type { PreparedRun } from './prepare.ts';
import type { StepStats, Tier } from './protocol.ts';
import { RunError } from './run-error.ts';

/** Where a trainer of any tier begins. Its arrays are the trainer's to change. */
export interface StartState {
  readonly step: number;
  /** Null before the first step of a run that is too large for the reference: the trainer measures its first batch itself. */
  readonly stats: StepStats | null;
  readonly parameters: Float64Array;
  /** `Optimizer.state()`, with the config's learning rate. */
  readonly optimizer: Float64Array;
  readonly carried: readonly CellState[];
  readonly feed: Feed;
}

/** Where the learning rate stands in `Optimizer.state()`: the one that was set, before any schedule. */
export const RATE = 1;

/** What the learning rate is multiplied by at a step, 1 being the first. */
export function scheduleFactorOf({ config }: Pick<PreparedRun, 'config'>, step: number): number {
  return config.schedule ? scheduleFactor(config.schedule, step) : 1;
}

/** The batch of a step, thinned out where the config says so. */
export function trainingBatch(
  { config }: Pick<PreparedRun, 'config'>,
  feed: Feed,
  step: number,
): TrainingBatch {
  const { dropout: rate = 0, seed } = config;
  return rate > 0 ? { ...feed.take(), dropout: { rate, seed, step } } : feed.take();
}

/** The beginning: everything from the seed. */
export function freshStart(run: PreparedRun): StartState {
  const random = createRandom(run.config.seed);
  const parameters = initialiseNetwork(run.network, random, run.config.biases);
  const feed = run.createFeed(random, 0);
  return {
    step: 0,
    stats: firstStats(run, parameters, feed),
    parameters,
    optimizer: createOptimizer(run.config.optimizer, parameters.length).state(),
    carried: zeroStates(run),
    feed,
  };
}

/** Where the checkpoint was made. Throws `RunError` when it is another run's. */
export function resumedStart(run: PreparedRun, checkpoint: Checkpoint): StartState {
  const isOurs =
    isStateOf(checkpoint, run.config, run.textHash) &&
    checkpoint.vocabularyHash === run.vocabularyHash &&
    checkpoint.parameters.length === run.layout.length &&
    checkpoint.optimizer.length === optimizerLength(run);
  if (!isOurs) throw new RunError({ code: 'bad-checkpoint', detail: 'other-run' });
  const optimizer = checkpoint.optimizer.slice();
  optimizer[RATE] = run.config.optimizer.learningRate;
  const random = createRandomFromState(checkpoint.generator);
  return {
    step: checkpoint.step,
    stats: checkpoint.stats,
    parameters: checkpoint.parameters.slice(),
    optimizer,
    carried: checkpoint.carried,
    feed: run.createFeed(random, checkpoint.position),
  };
}

/** Length of `Optimizer.state()`, which is a header and a few numbers a parameter. */
function optimizerLength({ config, layout }: PreparedRun): number {
  const [none, one] = [0, 1].map((length) => createOptimizer(config.optimizer, length).state().length);
  return none! + (one! - none!) * layout.length;
}

/** The same beginning once more, sharing nothing with the first: a trainer may spoil it. */
export function copyStart(run: PreparedRun, { feed, ...start }: StartState): StartState {
  return {
    ...start,
    parameters: start.parameters.slice(),
    optimizer: start.optimizer.slice(),
    carried: start.carried.map(({ hidden, cell }) => ({ hidden: hidden.slice(), cell: cell.slice() })),
    feed: run.createFeed(createRandomFromState(feed.generator()), feed.position()),
  };
}

/** All of a checkpoint but its numbers. */
export function factsOf(
  run: PreparedRun,
  tier: Tier,
  { stats, feed, learningRate }: Pick<StartState, 'feed'> & { stats: StepStats; learningRate: number },
): CheckpointFacts {
  return {
    tier,
    step: stats.step,
    config: { ...run.config, optimizer: { ...run.config.optimizer, learningRate } },
    textHash: run.textHash,
    vocabularyHash: run.vocabularyHash,
    position: feed.position(),
    generator: feed.generator(),
    stats,
  };
}

/** Loss and gradient of one batch by the reference, as a run of any task reports them. */
export function batchLoss(
  run: PreparedRun,
  parameters: Float64Array,
  batch: TrainingBatch,
  carried: readonly CellState[],
  gradients: Float64Array,
): { readonly loss: number; readonly accuracy: number | null; readonly states: readonly CellState[] } {
  const initial = batch.restart ? zeroStates(run) : carried;
  const found = networkLossAndGradients(run.network, parameters, batch, initial, gradients);
  const { loss, states } = found;
  return { loss, states, accuracy: accuracyOf(run, batch, found.right) };
}

/** Share of a batch's targets that were the most probable class; null where a run does not tell. */
export function accuracyOf(
  { hasAccuracy }: Pick<PreparedRun, 'hasAccuracy'>,
  { targets }: TrainingBatch,
  right: number,
): number | null {
  return hasAccuracy ? right / Math.max(1, countTargets(targets)) : null;
}

function zeroStates({ network, info }: PreparedRun): CellState[] {
  return networkZeroStates(network, info.batch);
}

/** Parameters times tokens of a batch: above this the reference takes longer than half a second. */
const REFERENCE_LIMIT = 1e8;

/**
 * The loss of the next batch, as a run that has done no step reports it: under these parameters, by the reference. Null where
 * that would take long.
 */
export function firstStats(run: PreparedRun, parameters: Float64Array, feed: Feed): StepStats | null {
  const { steps, batch } = run.info;
  if (parameters.length * steps * batch > REFERENCE_LIMIT) return null;
  return { step: 0, ...measure(run, parameters, feed.peek(), zeroStates(run)) };
}

function measure(
  run: PreparedRun,
  parameters: Float64Array,
  batch: TrainingBatch,
  carried: readonly CellState[],
): Omit<StepStats, 'step'> {
  const gradients = new Float64Array(parameters.length);
  const { loss, accuracy } = batchLoss(run, parameters, batch, carried, gradients);
  return { loss, gradientNorm: gradientNorm(gradients), accuracy };
}
