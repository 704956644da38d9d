import type { Random } from '../random.ts';
import { batchOf, type SequenceTask, type TaskExample } from './task.ts';

/*
 * Many to many, equally long: at every character, whether the text is inside quotation marks. The mark that opens is inside,
 * the one that closes outside: the state after reading it.
 */

export interface QuotesOptions {
  /** T, at least 1. */
  readonly steps: number;
}

const MARK = '"';
const INPUTS = [...'abcdefgh', MARK];
const LETTERS = INPUTS.length - 1;
const MARK_EVERY = 4;

/** Every fourth character on average is a mark, every letter as likely inside as outside. */
export function createQuotes({ steps }: QuotesOptions): SequenceTask {
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`expected at least 1 step, found ${steps}`);
  return {
    inputs: INPUTS,
    classes: ['outside', 'inside'],
    steps,
    sample: (random, batch) => batchOf(Array.from({ length: batch }, () => quote(random, steps))),
  };
}

function quote(random: Random, steps: number): TaskExample {
  const ids = Array.from({ length: steps }, () =>
    random.integer(MARK_EVERY) === 0 ? LETTERS : random.integer(LETTERS),
  );
  let inside = 0;
  const targets = ids.map((id) => {
    if (id === LETTERS) inside = 1 - inside;
    return inside;
  });
  return { ids, targets };
}
