import { batchOf, type SequenceTask, type TaskExample } from './task.ts';

/*
 * One to many: a digit in, its English name out, letter by letter, and an end sign. After the digit there is nothing more to
 * read, only blanks: what comes out must be carried along, or fed back.
 */

const NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
export const BLANK = '·';
export const END = '⟨EOS⟩';
const DIGITS = [...'0123456789'];
const LETTERS = [...new Set(NAMES.join(''))].sort();
const CLASSES = [...LETTERS, END];

/** T_y = letters of the name and the end; the first letter is asked together with the digit. All digits equally likely. */
export function createSpellDigit(): SequenceTask {
  return {
    inputs: [...DIGITS, BLANK],
    classes: CLASSES,
    steps: Math.max(...NAMES.map(({ length }) => length + 1)),
    sample: (random, batch) =>
      batchOf(Array.from({ length: batch }, () => spell(random.integer(DIGITS.length)))),
  };
}

function spell(digit: number): TaskExample {
  const targets = [...(NAMES[digit] ?? ''), END].map((symbol) => CLASSES.indexOf(symbol));
  return { ids: targets.map((_, t) => (t === 0 ? digit : DIGITS.length)), targets };
}
