import { NO_TARGET } from '../dense/losses.ts';
import type { Random } from '../random.ts';
import { batchOf, idsOf, inPairs, pick, type SequenceTask, type TaskExample } from './task.ts';

/*
 * Many to one: a short review in, one verdict out after its last word. "The film was really not very good" is bad, "not bad"
 * is good: neither the adjective nor the "not" says anything alone, and what was read first must be kept for the last word.
 */

export interface VerdictOptions {
  /** Most words between "was" and the adjective, from 1 on; "not" is one of them in half of the reviews. */
  readonly longest: number;
}

const SUBJECTS = ['film', 'meal', 'book', 'concert'] as const;
const FILLERS = ['really', 'very', 'so', 'quite'] as const;
const NOT = 'not';
/** Good, and its opposite. */
const ADJECTIVES = [
  ['good', 'bad'],
  ['great', 'awful'],
  ['lovely', 'dull'],
] as const;
const INPUTS: readonly string[] = ['the', ...SUBJECTS, 'was', ...FILLERS, NOT, ...ADJECTIVES.flat()];
const CLASSES = ['bad', 'good'] as const;

/** Reviews in pairs that differ in the adjective alone. `distances` of a batch: words between "was" and the adjective. */
export function createVerdict({ longest }: VerdictOptions): SequenceTask {
  if (!Number.isInteger(longest) || longest < 1) {
    throw new RangeError(`expected at least 1 word before the adjective, found ${longest}`);
  }
  return {
    inputs: INPUTS,
    classes: CLASSES,
    steps: longest + 4,
    sample: (random, batch) => batchOf(inPairs(random, batch, () => makePair(random, longest))),
  };
}

/**
 * The verdict of a review by the task's rule: its last word is its only adjective, and one "not" before turns it round. Null
 * where the rule says nothing: no adjective at the end, another one before, "not" twice.
 */
export function verdictOf(words: readonly string[]): (typeof CLASSES)[number] | null {
  const column = (word = '') =>
    ADJECTIVES.map((pair: readonly string[]) => pair.indexOf(word)).find((i) => i >= 0) ?? null;
  const before = words.slice(0, -1);
  const bad = column(words.at(-1));
  const negations = before.filter((word) => word === NOT).length;
  if (bad === null || negations > 1 || before.some((word) => column(word) !== null)) return null;
  return bad === negations ? 'good' : 'bad';
}

function makePair(random: Random, longest: number): readonly [TaskExample, TaskExample] {
  const length = 1 + random.integer(longest);
  const fillers: string[] = Array.from({ length }, () => pick(random, FILLERS));
  const negated = random.integer(2) === 1;
  const between = negated ? fillers.with(random.integer(length), NOT) : fillers;
  const beginning = ['the', pick(random, SUBJECTS), 'was', ...between];
  const [good, bad] = pick(random, ADJECTIVES);
  return [review(beginning, good, negated ? 0 : 1), review(beginning, bad, negated ? 1 : 0)];
}

function review(beginning: readonly string[], adjective: string, verdict: number): TaskExample {
  return {
    ids: idsOf(INPUTS, [...beginning, adjective]),
    targets: [...beginning.map(() => NO_TARGET), verdict],
    distance: beginning.length - 3,
  };
}
