import { NO_TARGET } from '../dense/losses.ts';
import type { Random } from '../random.ts';
import { batchOf, inPairs, type SequenceTask, type TaskExample } from './task.ts';

/*
 * Hold this bit: bits pass by, one of them comes with a write signal, and at the end that one must be named. A gate that
 * opens at the signal and stays shut otherwise is all it takes. Sequences come in pairs that differ in that bit alone.
 */

export interface HoldBitOptions {
  /** T, at least 2; the last step is the question. */
  readonly steps: number;
  /** How many bits are written; the last one counts. From 1 to steps − 1. */
  readonly writes?: number;
}

const INPUTS = ['0', '1', 'write 0', 'write 1', '?'] as const;
const WRITE = 2;
const QUESTION = 4;

/** Token of a bit that passes by, or with `written` of one to hold. */
function bitToken(bit: number, written: boolean): number {
  return bit + (written ? WRITE : 0);
}

/** `distances` of a batch: steps from the last write to the question. */
export function createHoldBit({ steps, writes = 1 }: HoldBitOptions): SequenceTask {
  if (!(Number.isInteger(writes) && writes >= 1 && Number.isInteger(steps) && writes < steps)) {
    throw new RangeError(`expected 1 to steps − 1 writes, found ${writes} of ${steps} steps`);
  }
  return {
    inputs: INPUTS,
    classes: ['0', '1'],
    steps,
    sample: (random, batch) => batchOf(inPairs(random, batch, () => makePair(random, steps, writes))),
  };
}

function makePair(random: Random, steps: number, writes: number): readonly [TaskExample, TaskExample] {
  const places = distinct(random, steps - 1, writes);
  const last = Math.max(...places);
  const ids = Array.from({ length: steps - 1 }, (_, t) => bitToken(random.integer(2), places.has(t)));
  const held = (bit: number): TaskExample => ({
    ids: [...ids.with(last, bitToken(bit, true)), QUESTION],
    targets: [...ids.map(() => NO_TARGET), bit],
    distance: steps - 1 - last,
  });
  return [held(0), held(1)];
}

/** `count` different numbers below n. */
function distinct(random: Random, n: number, count: number): ReadonlySet<number> {
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(random.integer(n));
  return numbers;
}
