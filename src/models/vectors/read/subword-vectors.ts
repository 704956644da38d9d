import { type BucketOptions, ngramRows } from '../../fasttext/subwords.ts';
import type { PartRows } from './part-rows.ts';

/** A vector made of an unseen word's n-grams, the mean of their rows; null: it has none. */
export type Subwords = (word: string) => Float32Array | null;

export function createSubwords(parts: PartRows, dimensions: number, options: BucketOptions): Subwords {
  const row = new Float32Array(dimensions);
  return (word) => {
    const rows = ngramRows(word, 0, options);
    if (rows.length === 0) return null;
    const sum = new Float64Array(dimensions);
    for (const index of rows) {
      parts.rowInto(index, row);
      for (let j = 0; j < dimensions; j++) sum[j]! += row[j]!;
    }
    return Float32Array.from(sum, (value) => value / rows.length);
  };
}
