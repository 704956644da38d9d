import { describe, expect, it } from 'vitest';
import { characterNgrams } from '../../models/fasttext/ngrams.ts';
import { ngramRows, wordVector } from '../../models/fasttext/subwords.ts';
import { createRandom } from '../../models/random.ts';
import { cosineOf, meanOfParts, partShares, sharedNgrams } from './part-shares.ts';

const OPTIONS = { minN: 3, maxN: 4, bucket: 40 };
const D = 5;
const V = 6;
const random = createRandom(2);
const input = Float64Array.from({ length: (V + OPTIONS.bucket) * D }, () => random.normal());
const partsOf = (word: string, own: readonly number[]) => {
  const rows = [...own, ...ngramRows(word, V, OPTIONS)];
  const vectors = Float64Array.from(rows.flatMap((row) => [...input.subarray(row * D, (row + 1) * D)]));
  return { word, rows, vectors };
};

describe.each([
  ['a word that is known', [3]],
  ['one that is not', []],
] as const)('the rows of %s', (_name, own) => {
  const parts = partsOf('where', own);
  const shares = partShares(parts, OPTIONS);

  it('have the mean that the model takes for the word', () => {
    expect([...meanOfParts(parts)]).toEqual(
      [...(wordVector(input, D, parts.rows) ?? [])].map((x) => expect.closeTo(x, 12)),
    );
  });

  it('share out its length', () => {
    expect(shares).toHaveLength(parts.rows.length);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.filter(({ isWord }) => isWord).map(({ text }) => text)).toEqual(
      own.length > 0 ? ['where'] : [],
    );
    for (const { cosine } of shares) expect(Math.abs(cosine)).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('belong to its n-grams', () => {
    const names = shares.filter(({ isWord }) => !isWord).map(({ text }) => text);
    expect(names.sort()).toEqual([...characterNgrams('where', OPTIONS)].sort());
  });
});

it('measures what two words have in common', () => {
  expect(sharedNgrams('where', 'where', OPTIONS)).toBe(1);
  expect(sharedNgrams('where', 'book', OPTIONS)).toBe(0);
  // her has <he her er>; here has <he her ere re>.
  expect(sharedNgrams('her', 'here', { minN: 3, maxN: 3 })).toBe(2 / 5);
  expect(cosineOf([3, 4], [4, 3])).toBeCloseTo(0.96, 12);
});
