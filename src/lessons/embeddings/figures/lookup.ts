import { oneHot } from './measures.ts';

/** A few rows of a matrix of embeddings, as far as they can be printed. */
export interface Rows {
  readonly words: readonly string[];
  /** Dimensions that are shown. */
  readonly shown: number;
  /** (n, shown) row-major. */
  readonly values: Float64Array;
}

/** o E after the first `step` rows: each row times its number of o, added up. */
export function sumAfter({ words, shown, values }: Rows, word: number, step: number): Float64Array {
  const o = oneHot(word, words.length);
  const sum = new Float64Array(shown);
  for (let row = 0; row < Math.min(step, words.length); row++)
    for (let j = 0; j < shown; j++) sum[j] = sum[j]! + o[row]! * values[row * shown + j]!;
  return sum;
}

/** Multiplications of the whole product, and those of them that are not by 0. */
export const productCost = (words: number, dimensions: number) => ({
  all: words * dimensions,
  needed: dimensions,
});
