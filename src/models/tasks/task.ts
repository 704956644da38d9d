import { maskOfLengths } from '../cells/masks.ts';
import { NO_TARGET } from '../dense/losses.ts';
import type { Random } from '../random.ts';

/**
 * A data set that makes itself: sequences of tokens, and at some or all steps a class to name. Same generator, same
 * sequences.
 */
export interface SequenceTask {
  /** Token texts by id: what a network reads. */
  readonly inputs: readonly string[];
  /** Class texts by id: what it has to say. */
  readonly classes: readonly string[];
  /** Steps of the longest sequence that `sample` gives. */
  readonly steps: number;
  sample(random: Random, batch: number): TaskBatch;
}

/** B sequences side by side; arrays are (T, B), index t·B + b. */
export interface TaskBatch {
  /** T: the longest sequence. */
  readonly steps: number;
  /** B. */
  readonly batch: number;
  /** Token ids; 0 behind the end of a sequence. */
  readonly ids: Int32Array;
  /** Class ids; `NO_TARGET` where nothing is asked. */
  readonly targets: Int32Array;
  /**
   * The target of the step before, `NO_TARGET` where there was none: what teacher forcing hands to a network whose output
   * feeds its next step.
   */
  readonly previous: Int32Array;
  /** 1 up to the end of each sequence (see `cells/masks.ts`); absent when all have T steps. */
  readonly mask?: Uint8Array;
  /** (B): for tasks that carry something through time, over how many steps. */
  readonly distances?: Int32Array;
}

/** One sequence: a token at every step, and a class or `NO_TARGET` at every step. */
export interface TaskExample {
  readonly ids: readonly number[];
  readonly targets: readonly number[];
  readonly distance?: number;
}

/** Lays examples side by side. Throws a RangeError when an example's targets are not as many as its tokens. */
export function batchOf(examples: readonly TaskExample[]): TaskBatch {
  const batch = examples.length;
  const lengths = examples.map(({ ids }) => ids.length);
  const steps = Math.max(0, ...lengths);
  const ids = new Int32Array(steps * batch);
  const targets = new Int32Array(steps * batch).fill(NO_TARGET);
  const previous = new Int32Array(steps * batch).fill(NO_TARGET);
  examples.forEach((example, b) => {
    checkExample(example);
    example.ids.forEach((id, t) => {
      ids[t * batch + b] = id;
      targets[t * batch + b] = example.targets[t] ?? NO_TARGET;
      if (t > 0) previous[t * batch + b] = example.targets[t - 1] ?? NO_TARGET;
    });
  });
  const distances = examples.flatMap(({ distance }) => distance ?? []);
  return {
    steps,
    batch,
    ids,
    targets,
    previous,
    ...(lengths.some((length) => length < steps) ? { mask: maskOfLengths(lengths, steps) } : {}),
    ...(distances.length === batch && batch > 0 ? { distances: Int32Array.from(distances) } : {}),
  };
}

/** The same sequences with `steps` of them all: what is behind an end is masked. Throws a RangeError when that cuts one off. */
export function padded(batch: TaskBatch, steps: number): TaskBatch {
  if (steps < batch.steps) throw new RangeError(`${batch.steps} steps do not fit into ${steps}`);
  if (steps === batch.steps) return batch;
  const rows = steps * batch.batch;
  const longer = (values: Int32Array, beyond: number) => {
    const all = new Int32Array(rows).fill(beyond, values.length);
    all.set(values);
    return all;
  };
  const mask = new Uint8Array(rows);
  mask.set(batch.mask ?? new Uint8Array(batch.ids.length).fill(1));
  return {
    ...batch,
    steps,
    ids: longer(batch.ids, 0),
    targets: longer(batch.targets, NO_TARGET),
    previous: longer(batch.previous, NO_TARGET),
    mask,
  };
}

/** One sequence of a batch again, up to its end. */
export function exampleAt({ steps, batch, ids, targets, mask }: TaskBatch, b: number): TaskExample {
  const all = Array.from({ length: steps }, (_, t) => t * batch + b);
  const own = all.filter((index) => !mask || mask[index] === 1);
  return { ids: own.map((index) => ids[index]!), targets: own.map((index) => targets[index]!) };
}

/**
 * `count` examples made in pairs that differ only in what decides the answer: whatever else is in a sequence then says nothing
 * about it, and both answers come equally often. Of an odd last pair either one is taken.
 */
export function inPairs(
  random: Random,
  count: number,
  makePair: () => readonly [TaskExample, TaskExample],
): readonly TaskExample[] {
  const examples: TaskExample[] = [];
  while (examples.length + 1 < count) examples.push(...makePair());
  if (examples.length < count) {
    const [first, second] = makePair();
    examples.push(random.integer(2) === 0 ? first : second);
  }
  return examples;
}

/** One of several, all equally likely. Throws a RangeError when there are none. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.integer(items.length)] as T;
}

/** Ids of token texts. Throws a RangeError for a text that is no token of the task: they are ours, never a user's. */
export function idsOf(tokens: readonly string[], texts: readonly string[]): number[] {
  return texts.map((text) => {
    const id = tokens.indexOf(text);
    if (id < 0) throw new RangeError(`'${text}' is no token of this task`);
    return id;
  });
}

function checkExample({ ids, targets }: TaskExample): void {
  if (ids.length !== targets.length) {
    throw new RangeError(`${ids.length} tokens need as many targets, found ${targets.length}`);
  }
}
