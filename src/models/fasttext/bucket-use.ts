import { hashNgram } from './hash.ts';
import { characterNgrams, type SubwordOptions } from './ngrams.ts';

/** The different n-grams of a vocabulary. */
export interface NgramCensus {
  readonly ngrams: readonly string[];
  readonly hashes: Uint32Array;
  /** Words that each is in. */
  readonly words: Int32Array;
}

export function countNgrams(words: readonly string[], options: SubwordOptions): NgramCensus {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const ngram of new Set(characterNgrams(word, options)))
      counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  const ngrams = [...counts.keys()];
  return { ngrams, hashes: Uint32Array.from(ngrams, hashNgram), words: Int32Array.from(counts.values()) };
}

/** How a vocabulary's n-grams share rows. */
export interface BucketUse {
  /** Rows that some n-gram has. */
  readonly used: number;
  /** N-grams that have theirs to themselves. */
  readonly alone: number;
  /** Numbers of the n-grams of a row. */
  holders(row: number): readonly number[];
}

export function bucketUse({ hashes }: NgramCensus, bucket: number): BucketUse {
  const rows = new Map<number, number[]>();
  hashes.forEach((hash, ngram) => {
    const row = hash % bucket;
    const others = rows.get(row);
    if (others) others.push(ngram);
    else rows.set(row, [ngram]);
  });
  let alone = 0;
  for (const holders of rows.values()) alone += Number(holders.length === 1);
  return { used: rows.size, alone, holders: (row) => rows.get(row) ?? [] };
}

/** N-grams of n that one expects to have a row to themselves when each falls into any of B rows alike: n(1 − 1/B)ⁿ⁻¹. */
export function expectedAlone(n: number, bucket: number): number {
  return n === 0 ? 0 : n * (1 - 1 / bucket) ** (n - 1);
}
