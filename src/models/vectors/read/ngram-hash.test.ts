import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ngramRows } from '../../fasttext/subwords.ts';
import { ngramBuckets } from './ngram-hash.ts';

describe('buckets of a word’s n-grams, from its bytes', () => {
  it('are those of the n-grams themselves', () => {
    const options = fc.record({
      minN: fc.integer({ min: 1, max: 4 }),
      maxN: fc.integer({ min: 0, max: 7 }),
      bucket: fc.constantFrom(1, 37, 2_000_000),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), options, (word, each) => {
        const found = ngramBuckets(new TextEncoder().encode(word), each);
        const sorted = (rows: readonly number[]) => [...rows].sort((a, b) => a - b);
        expect(sorted(found)).toEqual(sorted(ngramRows(word, 0, each)));
      }),
      { numRuns: 400 },
    );
  });
});
