import { describe, expect, it } from 'vitest';
import { oracle } from '../oracle.testkit.ts';
import { characterNgrams } from './ngrams.ts';

interface Ngrams {
  readonly ngrams: readonly {
    readonly word: string;
    readonly minn: number;
    readonly maxn: number;
    readonly ngrams: readonly string[];
  }[];
}
const data = oracle<Ngrams>('fasttext/hashes-and-ngrams.json');

describe.skipIf(!data)('n-grams that gensim made (skipped where the oracle file is absent)', () => {
  it.each(data?.ngrams.map((one) => [one.word, one.minn, one.maxn, one] as const) ?? [])(
    '%s, %i to %i',
    (word, minN, maxN, { ngrams }) => {
      // gensim's list has the two marks as n-grams of one character; fastText itself leaves them out.
      const expected = ngrams.filter((ngram, i) => !(ngram.length === 1 && isEdge(ngrams, i)));
      expect(characterNgrams(word, { minN, maxN })).toEqual(expected);
    },
  );
});

/** Whether it is the first or last of the n-grams of one character. */
function isEdge(ngrams: readonly string[], i: number): boolean {
  const ones = ngrams.filter((ngram) => [...ngram].length === 1).length;
  return i === 0 || i === ones - 1;
}

it('cuts between characters, not within them', () => {
  expect(characterNgrams('🚑🚒', { minN: 3, maxN: 3 })).toEqual(['<🚑🚒', '🚑🚒>']);
  expect(characterNgrams('北京', { minN: 1, maxN: 2 })).toEqual(['北', '京', '<北', '北京', '京>']);
});

it('of an empty word is its two marks together, where they are long enough', () => {
  expect(characterNgrams('', { minN: 1, maxN: 6 })).toEqual(['<>']);
  expect(characterNgrams('', { minN: 3, maxN: 6 })).toEqual([]);
});
