import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { bucketUse, countNgrams, expectedAlone } from './bucket-use.ts';

const OPTIONS = { minN: 3, maxN: 4 };

it('counts every n-gram once a word', () => {
  const { ngrams, words } = countNgrams(['her', 'here', 'hehehe'], OPTIONS);
  const of = (ngram: string) => words[ngrams.indexOf(ngram)];
  expect([of('her'), of('<he'), of('heh'), of('er>')]).toEqual([2, 3, 1, 1]);
  expect(new Set(ngrams).size).toBe(ngrams.length);
});

it('puts every n-gram into the row of its hash', () => {
  const census = countNgrams(['where', 'wherever', 'whale', '北京大学'], OPTIONS);
  for (const bucket of [1, 7, 50, 100_000]) {
    const use = bucketUse(census, bucket);
    census.hashes.forEach((hash, i) => {
      expect(use.holders(hash % bucket)).toContain(i);
    });
    expect(use.used).toBeLessThanOrEqual(bucket);
    expect(use.alone).toBeLessThanOrEqual(use.used);
  }
  expect(bucketUse(census, 1).holders(0)).toHaveLength(census.ngrams.length);
});

it('has as many alone as chance would have: the hash spreads n-grams evenly', () => {
  const random = createRandom(4);
  const letter = () => String.fromCharCode(97 + random.integer(26));
  const words = Array.from({ length: 600 }, () => Array.from({ length: 8 }, letter).join(''));
  const census = countNgrams(words, { minN: 3, maxN: 6 });
  const n = census.ngrams.length;
  for (const bucket of [2_000, 20_000]) {
    const expected = expectedAlone(n, bucket);
    // The variance is below n; five standard deviations.
    expect(Math.abs(bucketUse(census, bucket).alone - expected)).toBeLessThan(5 * Math.sqrt(n));
  }
  expect(expectedAlone(1, 10)).toBe(1);
  expect(expectedAlone(2, 10)).toBeCloseTo(1.8, 12);
});
