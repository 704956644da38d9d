import { xoshiro128 } from '../random.ts';

/**
 * Random choices of 32 bits each, as a fast twin can make them too: the same four words of generator state, the same choices.
 * `words` is `Random.state()`, and is moved on in place.
 */
const RANGE = 2 ** 32;

/** An integer from 0 to n − 1, n < 2²⁰: the high part of a 32-bit draw times n (Lemire 2019, without his correction: the bias is below n/2³²). */
export function drawBelow(words: Uint32Array, n: number): number {
  return Math.floor((xoshiro128(words) * n) / RANGE);
}

/** Whether something of this chance happens; `limit` is the chance times 2³². */
export function drawChance(words: Uint32Array, limit: number): boolean {
  return xoshiro128(words) < limit;
}

/** A chance as `drawChance` takes it. */
export const chanceLimit = (chance: number): number => chance * RANGE;

/** An alias table (`softmax/noise.ts`) whose limits are out of 2³². */
export interface DrawTable {
  readonly limits: Float64Array;
  readonly aliases: Int32Array;
}

/** One class by one draw: its high part is the column, what is left of it decides between the column's two classes. */
export function drawFrom(words: Uint32Array, { limits, aliases }: DrawTable): number {
  const product = xoshiro128(words) * limits.length;
  const column = Math.floor(product / RANGE);
  return product - column * RANGE < limits[column]! ? column : aliases[column]!;
}
