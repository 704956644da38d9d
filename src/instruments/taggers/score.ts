import { NO_TARGET } from '../../models/dense/losses.ts';
import {
  forwardNetwork,
  networkZeroStates,
  type TokenNetwork,
  viewNetwork,
} from '../../models/network/token-network.ts';
import { headLogits, softmax } from '../../models/softmax/full.ts';
import type { TaskBatch } from '../../models/tasks/task.ts';
import { AMBIGUOUS_STEP, NAME } from './task.ts';

/** What a tagger is worth on a set of sentences. */
export interface TagScore {
  /** Share of all words with the right tag. */
  readonly all: number;
  /** Share of the ambiguous words with the right tag. */
  readonly ambiguous: number;
  /** Mean cross-entropy a word, nats. */
  readonly loss: number;
}

type Sentences = Pick<TaskBatch, 'ids' | 'batch' | 'mask'>;

/** P(name) at every step of a batch, (T, B). Without a mask a chain also reads what stands behind a sentence's end. */
export function nameProbabilities(
  network: TokenNetwork,
  flat: Float64Array,
  { ids, batch, mask }: Sentences,
): Float64Array {
  const trace = forwardNetwork(network, flat, ids, networkZeroStates(network, batch), { mask });
  const { head } = viewNetwork(network, flat);
  const said = softmax(headLogits(head, trace.output, ids.length), network.classes);
  return Float64Array.from(ids, (_, row) => said[row * network.classes + NAME] ?? Number.NaN);
}

/** Scores P(name) (T, B) against a batch's targets; steps without a target do not count. */
export function scoreTags(
  names: Float64Array,
  { batch, targets }: Pick<TaskBatch, 'batch' | 'targets'>,
): TagScore {
  let [asked, right, ambiguous, ambiguousRight, loss] = [0, 0, 0, 0, 0];
  targets.forEach((target, row) => {
    if (target === NO_TARGET) return;
    const name = names[row] ?? Number.NaN;
    const isRight = name > 0.5 === (target === NAME);
    const isAmbiguous = Math.floor(row / batch) === AMBIGUOUS_STEP;
    asked += 1;
    right += Number(isRight);
    ambiguous += Number(isAmbiguous);
    ambiguousRight += Number(isAmbiguous && isRight);
    loss -= Math.log(target === NAME ? name : 1 - name);
  });
  return { all: right / asked, ambiguous: ambiguousRight / ambiguous, loss: loss / asked };
}

/** A tagger's score on a batch, its ends masked. */
export const scoreTagger = (network: TokenNetwork, flat: Float64Array, batch: TaskBatch): TagScore =>
  scoreTags(nameProbabilities(network, flat, batch), batch);
