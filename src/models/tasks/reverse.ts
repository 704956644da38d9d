import { NO_TARGET } from '../dense/losses.ts';
import type { Random } from '../random.ts';
import { batchOf, type SequenceTask, type TaskExample } from './task.ts';

/*
 * Many to many, of different lengths: read letters, then an arrow, then write them backwards and end. Nothing can be written
 * before all is read, and while writing there is nothing more to read: an encoder and a decoder in one network.
 */

export interface ReverseOptions {
  /** Different letters, 2 to 26. */
  readonly letters: number;
  /** Longest word; lengths from 1 on are equally likely. */
  readonly longest: number;
}

export const ARROW = '→';
export const BLANK = '·';
export const END = '⟨EOS⟩';

/** T = 2·length + 1: the word, the arrow (at which the first answer is asked), blanks. */
export function createReverse({ letters, longest }: ReverseOptions): SequenceTask {
  if (!(isWhole(letters, 2, 26) && isWhole(longest, 1, Number.MAX_SAFE_INTEGER))) {
    throw new RangeError(
      `expected 2 to 26 letters and a length of 1 or more, found ${letters} and ${longest}`,
    );
  }
  const alphabet = Array.from({ length: letters }, (_, i) => String.fromCharCode(97 + i));
  return {
    inputs: [...alphabet, ARROW, BLANK],
    classes: [...alphabet, END],
    steps: 2 * longest + 1,
    sample: (random, batch) =>
      batchOf(Array.from({ length: batch }, () => reverse(random, letters, 1 + random.integer(longest)))),
  };
}

/** What a word is read as: its letters, the arrow, and a blank for every letter to be written. */
export function readReverse(letters: readonly string[]): readonly string[] {
  return [...letters, ARROW, ...letters.map(() => BLANK)];
}

/** The letters before the arrow. */
export function readWord(tokens: readonly string[]): readonly string[] {
  return tokens.slice(0, tokens.indexOf(ARROW));
}

function reverse(random: Random, letters: number, length: number): TaskExample {
  const word = Array.from({ length }, () => random.integer(letters));
  return {
    ids: [...word, letters, ...word.map(() => letters + 1)],
    targets: [...word.map(() => NO_TARGET), ...word.toReversed(), letters],
  };
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
