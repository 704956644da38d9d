import { stepNorms } from '../../models/gradient-flow/norms.ts';
import {
  backwardNetwork,
  evaluateNetwork,
  forwardNetwork,
  networkZeroStates,
} from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { createTask } from '../../models/tasks/spec.ts';
import type { TaskBatch } from '../../models/tasks/task.ts';
import { type Cell, netOf, taskSpec } from './nets.ts';

/** Sentences whose error is followed back. */
export const PROBES = 16;
/** Fresh sentences of each kind that a trained net answers. */
export const TESTS = 200;
/** Far from any seed that a learner types, so that test sentences are not the training's. */
const FRESH = 0x5eed_0000;

/** Lengths of gradients by steps back from the last word, k = 0 … T − 1. */
export interface BackNorms {
  /** ‖∂L/∂a^⟨T−k⟩‖. */
  readonly hidden: Float64Array;
  /** ‖∂L/∂c^⟨T−k⟩‖; null for cells without a cell state of their own. */
  readonly cell: Float64Array | null;
}

/** The sentences whose error is followed back: the same for every net. */
export const probeBatch = (distance: number, seed: number): TaskBatch =>
  createTask(taskSpec(distance)).sample(createRandom(FRESH + seed), PROBES);

/** How long the gradient of a sentence's loss is at each step, averaged (root of the mean square) over the batch. */
export function backNorms(cell: Cell, flat: Float64Array, batch: TaskBatch): BackNorms {
  const network = netOf(cell);
  const trace = forwardNetwork(network, flat, batch.ids, networkZeroStates(network, batch.batch));
  const { layers } = backwardNetwork(network, flat, trace, batch.targets, new Float64Array(flat.length));
  const values = layers[0]?.[0]?.values ?? {};
  // The loss is the batch's mean, so each sentence's own gradient is B times what is found.
  const back = (lane: Float64Array) =>
    stepNorms(lane, batch.steps, batch.batch)
      .map((norm) => norm * batch.batch)
      .toReversed();
  return {
    hidden: back(values.hidden ?? new Float64Array()),
    cell: values.cell ? back(values.cell) : null,
  };
}

/** Share of fresh sentences whose verb is right, where all nouns between have the subject's number, or all the other one. */
export function freshAccuracy(
  cell: Cell,
  flat: Float64Array,
  distance: number,
  distractors: 'same' | 'other',
): number {
  const network = netOf(cell);
  const batch = createTask(taskSpec(distance, distractors)).sample(createRandom(FRESH + 1), TESTS);
  return evaluateNetwork(network, flat, batch, networkZeroStates(network, TESTS)).right / TESTS;
}

export interface Accuracy {
  readonly same: number;
  readonly other: number;
}

export const accuracyOf = (cell: Cell, flat: Float64Array, distance: number): Accuracy => ({
  same: freshAccuracy(cell, flat, distance, 'same'),
  other: freshAccuracy(cell, flat, distance, 'other'),
});
