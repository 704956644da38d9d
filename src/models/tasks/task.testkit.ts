import { expect } from 'vitest';
import { NO_TARGET } from '../dense/losses.ts';
import { createRandom } from '../random.ts';
import { exampleAt, type SequenceTask } from './task.ts';

/** One sequence as a reader sees it. */
export interface ReadExample {
  readonly words: readonly string[];
  /** The class asked at each step, null where nothing is asked. */
  readonly answers: readonly (string | null)[];
  /** The last answer that is asked. */
  readonly last: string | null;
  readonly distance: number;
}

/** A batch as texts. */
export function readBatch(task: SequenceTask, count: number, seed = 1): readonly ReadExample[] {
  const batch = task.sample(createRandom(seed), count);
  return Array.from({ length: count }, (_, b) => {
    const { ids, targets } = exampleAt(batch, b);
    const answers = targets.map((target) => (target === NO_TARGET ? null : (task.classes[target] ?? '?')));
    return {
      words: ids.map((id) => task.inputs[id] ?? '?'),
      answers,
      last: answers.findLast((answer) => answer !== null) ?? null,
      distance: batch.distances?.[b] ?? Number.NaN,
    };
  });
}

/** What every task promises. */
export function expectSoundTask(task: SequenceTask): void {
  const { inputs, classes } = task;
  expect(new Set(inputs).size).toBe(inputs.length);
  expect(new Set(classes).size).toBe(classes.length);
  const batch = task.sample(createRandom(5), 301);
  const size = batch.steps * 301;
  for (const array of [batch.ids, batch.targets, batch.previous]) expect(array.length).toBe(size);
  expect(batch.ids.every((id) => id >= 0 && id < inputs.length)).toBe(true);
  expect(batch.targets.every((id) => id >= NO_TARGET && id < classes.length)).toBe(true);
  // Nothing is asked behind an end, and every token and class is used.
  expect(batch.targets.every((target, i) => target === NO_TARGET || batch.mask?.[i] !== 0)).toBe(true);
  const many = task.sample(createRandom(6), 4000);
  expect(new Set(many.ids).size).toBe(inputs.length);
  expect(new Set(many.targets.filter((target) => target !== NO_TARGET)).size).toBe(classes.length);
  expect(many.steps).toBe(task.steps);
  expect(task.sample(createRandom(5), 301)).toEqual(batch);
  expect(task.sample(createRandom(6), 301).ids).not.toEqual(batch.ids);
  expect(task.sample(createRandom(1), 1).batch).toBe(1);
}

/** How often each key comes. */
export function countBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** How often each word comes in sequences with that last answer, without the words that are allowed to tell. */
export function wordCounts(
  examples: readonly ReadExample[],
  answer: string,
  mayTell: (word: string, t: number, words: readonly string[]) => boolean,
): Readonly<Record<string, number>> {
  const words = examples
    .filter(({ last }) => last === answer)
    .flatMap((each) => each.words.filter((word, t) => !mayTell(word, t, each.words)));
  return Object.fromEntries(countBy(words, (word) => word));
}
