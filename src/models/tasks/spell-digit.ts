import { batchOf, pick, type SequenceTask, type TaskExample } from './task.ts';

/*
 * One to many: a digit in, its English name out, letter by letter, and an end sign. After the digit there is nothing more to
 * read: what comes out must be carried along, or fed back. With `length` it counts on without end, "nine zero one t…", and is
 * cut off after so many symbols.
 */

/**
 * What is read at each step:
 * - `none`: the digit, then blanks.
 * - `teacher`: the digit, then the letter that should have come before: teacher forcing of a decoder whose output is its
 *   next input (Williams & Zipser 1989).
 * - `letter`: the same, every step a sequence of its own. This is how a network learns whose output is all that it hands
 *   on (Goodfellow et al. 2016, figure 10.4): with the right letters given, no step has to wait for another.
 * - `digit-letter`: every step a sequence of its own, of the digit and the letter before, read together.
 */
export const FEEDBACKS = ['none', 'teacher', 'letter', 'digit-letter'] as const;
export type Feedback = (typeof FEEDBACKS)[number];

export interface SpellOptions {
  /** `none` if not said. */
  readonly feedback?: Feedback;
  /** Symbols to write, counting on from the digit, 0 after 9, from 1 on; one name and the end sign if not said. */
  readonly length?: number;
}

const NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
export const BLANK = '·';
export const END = '⟨EOS⟩';
/** Between two names. */
export const SPACE = '␣';
export const DIGITS: readonly string[] = [...'0123456789'];

/** What a digit should be spelt as: its name and the end sign, or `length` symbols of counting on. */
export function spelling(digit: number, length?: number): readonly string[] {
  if (length === undefined) return [...(NAMES[digit] ?? ''), END];
  const symbols: string[] = [];
  for (let next = digit; symbols.length < length; next++) {
    symbols.push(...(NAMES[next % NAMES.length] ?? ''), SPACE);
  }
  return symbols.slice(0, length);
}

/** The tokens read while `symbols` are written, one for each of them: `symbols` may be the right ones or any others. */
export function readTokens(feedback: Feedback, digit: number, symbols: readonly string[]): readonly string[] {
  const first = DIGITS[digit] ?? '';
  return symbols.map((_, t) => {
    if (t === 0) return first;
    const before = symbols[t - 1] ?? '';
    return { none: BLANK, teacher: before, letter: before, 'digit-letter': `${first}${before}` }[feedback];
  });
}

/** T_y = letters of the names and the end; the first letter is asked together with the digit. All digits equally likely. */
export function createSpellDigit({ feedback = 'none', length }: SpellOptions = {}): SequenceTask {
  if (length !== undefined && !(Number.isInteger(length) && length >= 1)) {
    throw new RangeError(`expected at least 1 symbol, found ${length}`);
  }
  const written = DIGITS.map((_, digit) => spelling(digit, length));
  const classes = [...new Set(written.flat())].sort();
  const read = written.map((symbols, digit) => readTokens(feedback, digit, symbols));
  const inputs = [...new Set([...DIGITS, ...read.flat().sort()])];
  const wholes = written.map((symbols, digit): TaskExample => {
    const ids = (read[digit] ?? []).map((token) => inputs.indexOf(token));
    return { ids, targets: symbols.map((symbol) => classes.indexOf(symbol)) };
  });
  const isApart = feedback === 'letter' || feedback === 'digit-letter';
  const examples = isApart ? wholes.flatMap(stepsOf) : wholes;
  return {
    inputs,
    classes,
    steps: Math.max(...examples.map(({ ids }) => ids.length)),
    sample: (random, batch) => batchOf(Array.from({ length: batch }, () => pick(random, examples))),
  };
}

function stepsOf({ ids, targets }: TaskExample): readonly TaskExample[] {
  return ids.map((id, t) => ({ ids: [id], targets: targets.slice(t, t + 1) }));
}
