import { describe, expect, it } from 'vitest';
import { hashNgram } from './hash.ts';
import { wordNgramRows, wordNgrams } from './word-ngrams.ts';

const OPTIONS = { first: 100, longest: 3, bucket: 1000 };

describe('wordNgramRows', () => {
  it('are as many as there are n-grams of two words and more', () => {
    expect(wordNgramRows(['a', 'b', 'c', 'd'], OPTIONS)).toHaveLength(3 + 2);
    expect(wordNgramRows(['a'], OPTIONS)).toEqual([]);
    expect(wordNgramRows(['a', 'b'], { ...OPTIONS, longest: 1 })).toEqual([]);
    expect(wordNgramRows(['a', 'b'], { ...OPTIONS, bucket: 0 })).toEqual([]);
  });

  it('mixes hashes in 64 bits, a word’s own being signed', () => {
    // 'a' hashes to 3826002220, which is −468965076 with a sign.
    const [a, b] = [BigInt(3826002220 - 2 ** 32), BigInt(hashNgram('b') | 0)];
    expect(a).toBe(-468965076n);
    const mixed = BigInt.asUintN(64, BigInt.asUintN(64, a) * 116049371n + BigInt.asUintN(64, b));
    expect(wordNgramRows(['a', 'b'], OPTIONS)).toEqual([100 + Number(mixed % 1000n)]);
  });

  it('tells two orders of the same words apart', () => {
    const one = wordNgramRows(['not', 'good', 'but', 'bad'], { ...OPTIONS, bucket: 100_000 });
    const other = wordNgramRows(['not', 'bad', 'but', 'good'], { ...OPTIONS, bucket: 100_000 });
    expect(one.filter((row) => other.includes(row))).toEqual([]);
  });
});

describe('wordNgrams', () => {
  it('are those whose rows stand at the same places', () => {
    const words = ['a', 'b', 'c', 'd'];
    const rows = wordNgramRows(words, OPTIONS);
    const ngrams = wordNgrams(words, OPTIONS.longest);
    expect(ngrams.map((ngram) => ngram.join(' '))).toEqual(['a b', 'a b c', 'b c', 'b c d', 'c d']);
    for (const [i, ngram] of ngrams.entries()) expect(wordNgramRows(ngram, OPTIONS)).toContain(rows[i]);
  });
});
