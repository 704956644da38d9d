import { readSequence } from '../../models/network/reading.ts';
import { createRandom } from '../../models/random.ts';
import { createTask } from '../../models/tasks/spec.ts';
import { exampleAt } from '../../models/tasks/task.ts';
import { probeBatch } from './measure.ts';
import { type Cell, netOf, taskSpec } from './nets.ts';

/** A sentence up to its verb, and the verb that it needs. */
export interface Sentence {
  readonly words: readonly string[];
  readonly ids: Int32Array;
  readonly answer: string;
}

/** The first of the sentences whose error is followed back. */
export function exampleOf(distance: number, seed: number): Sentence {
  return sentencesOf(createTask(taskSpec(distance)), probeBatch(distance, seed))[0] ?? EMPTY;
}

const EMPTY: Sentence = { words: [], ids: new Int32Array(), answer: '' };

/** Seed of the sentences that are put to the trained nets; none of their training's. */
const FRESH = 0x5eed_0002;

/** A fresh sentence in both numbers, with nouns of the other number between: the hard kind. */
export function freshPair(distance: number): readonly Sentence[] {
  const task = createTask(taskSpec(distance, 'other'));
  return sentencesOf(task, task.sample(createRandom(FRESH), 2));
}

function sentencesOf(
  task: ReturnType<typeof createTask>,
  batch: ReturnType<typeof probeBatch>,
): readonly Sentence[] {
  return Array.from({ length: batch.batch }, (_, b) => {
    const { ids, targets } = exampleAt(batch, b);
    return {
      words: ids.map((id) => task.inputs[id] ?? ''),
      ids: Int32Array.from(ids),
      answer: task.classes[targets.at(-1) ?? -1] ?? '',
    };
  });
}

/** What a net says: the verb that it finds more probable, and how probable. */
export interface Verdict {
  readonly verb: string;
  readonly share: number;
  readonly isRight: boolean;
}

export function verdictOf(cell: Cell, flat: Float64Array, sentence: Sentence): Verdict {
  const { probabilities } = readSequence(netOf(cell), flat, sentence.ids);
  const { classes } = createTask(taskSpec(1));
  const last = probabilities.subarray(probabilities.length - classes.length);
  const best = last.indexOf(Math.max(...last));
  const verb = classes[best] ?? '';
  return { verb, share: last[best] ?? Number.NaN, isRight: verb === sentence.answer };
}
