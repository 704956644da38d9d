import { createRandom } from '../../models/random.ts';
import { createHoldBit, type HoldBitOptions } from '../../models/tasks/hold-bit.ts';
import { RANGE } from './settings.ts';

/*
 * The sequence on show, as token ids of the task: 0 and 1 pass by, 2 and 3 write a 0 or a 1, 4 asks. The question stands at the
 * end and nowhere else.
 */

const WRITE = 2;
export const QUESTION = 4;

export type Bit = 0 | 1;

export const isWrite = (id: number): boolean => id === WRITE || id === WRITE + 1;

/** The bit that a token shows; a question shows none. */
export const bitOf = (id: number): Bit | null => (id >= QUESTION ? null : ((id % WRITE) as Bit));

/** Ids of a link's digits, the question behind them; what is no token is left out, and one bit is always there. */
export function readSequenceText(text: string): Int32Array {
  const found = [...text].filter((digit) => /[0-3]/.test(digit)).map(Number);
  const body = found.slice(0, RANGE.length[1] - 1);
  return Int32Array.from([...(body.length > 0 ? body : [0]), QUESTION]);
}

/** The digits that `readSequenceText` reads: without the question. */
export const writeSequenceText = (ids: ArrayLike<number>): string =>
  Array.from(ids)
    .filter((id) => id !== QUESTION)
    .join('');

/** The step with this token; the question stays what it is. */
export const withToken = (ids: Int32Array, step: number, id: number): Int32Array =>
  step < 0 || step >= ids.length - 1 ? ids : ids.with(step, id);

export function flipBit(ids: Int32Array, step: number): Int32Array {
  const id = ids[step] ?? QUESTION;
  const bit = bitOf(id);
  return bit === null ? ids : withToken(ids, step, id - bit + (1 - bit));
}

/** With the write signal at a step, or without it where it stands. */
export function toggleWrite(ids: Int32Array, step: number): Int32Array {
  const id = ids[step] ?? QUESTION;
  const bit = bitOf(id);
  return bit === null ? ids : withToken(ids, step, isWrite(id) ? bit : bit + WRITE);
}

/** `length` steps, the question included: bits that pass by are added before it, or cut off. */
export function withLength(ids: Int32Array, length: number, seed: number): Int32Array {
  const random = createRandom(seed);
  const body = Array.from({ length: length - 1 }, (_, step) => {
    const passing = random.integer(2);
    const id = ids[step] ?? QUESTION;
    return id === QUESTION ? passing : id;
  });
  return Int32Array.from([...body, QUESTION]);
}

/** A sequence as the task draws them. */
export const drawnSequence = (options: HoldBitOptions, seed: number): Int32Array =>
  createHoldBit(options).sample(createRandom(seed), 1).ids;

/** Step of the last write before `step`, or at it; null: nothing has been written yet. */
export function lastWrite(ids: Int32Array, step: number): number | null {
  const found = ids.subarray(0, step + 1).findLastIndex(isWrite);
  return found < 0 ? null : found;
}

/** The bit that the question asks for; null where none was written. */
export function answerOf(ids: Int32Array): Bit | null {
  const at = lastWrite(ids, ids.length - 1);
  return at === null ? null : bitOf(ids[at] ?? QUESTION);
}
