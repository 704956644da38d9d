import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNoise } from '../../models/softmax/noise.ts';
import { noiseShares, readList, spreadWords } from './words.ts';

describe('spreadWords', () => {
  it('takes different words by falling counts, the first and the last among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 2, max: 24 }), (total, size) => {
        const words = Array.from({ length: total }, (_, i) => `w${i + 1}`);
        const chosen = spreadWords(
          words,
          words.map((_, i) => 1000 - i),
          size,
        );
        expect(chosen).toHaveLength(Math.min(total, size));
        const ranks = chosen.map(({ rank }) => rank ?? 0);
        expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
        expect(ranks[0]).toBe(1);
        if (total > 1) expect(ranks.at(-1)).toBe(total);
        for (const { word, rank } of chosen) expect(word).toBe(`w${rank}`);
      }),
    );
  });

  it('rises by equal factors where there is room', () => {
    const words = Array.from({ length: 1024 }, (_, i) => String(i));
    const ranks = spreadWords(words, new Float64Array(1024).fill(1), 11).map(({ rank }) => rank);
    expect(ranks).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]);
  });
});

describe('readList', () => {
  it('reads words with counts, in either language’s marks', () => {
    const { words, unread } = readList('sea 20, whale: 300；船=7\nice，sea 2');
    expect(words.map(({ word, count }) => [word, count])).toEqual([
      ['whale', 300],
      ['sea', 22],
      ['船', 7],
      ['ice', 1],
    ]);
    expect(unread).toEqual([]);
  });

  it('says what it cannot take: counts of 0, numbers too large, more words than fit', () => {
    expect(readList('a 0, b 99999999999').unread).toEqual(['a 0', 'b 99999999999']);
    expect(readList('a -3, b 2.5, !!!, 7 2').unread).toEqual(['a -3', 'b 2.5', '!!!']);
    const many = Array.from({ length: 30 }, (_, i) => `w${i} 2`).join(',');
    expect(readList(many).words).toHaveLength(24);
    expect(readList(many).unread).toHaveLength(6);
    expect(readList(' , ;\n').words).toEqual([]);
  });
});

it('noiseShares says what the frequent and the rarer words get', () => {
  const counts = [...new Array<number>(10).fill(90), ...new Array<number>(30).fill(10)];
  const unigram = noiseShares(createNoise(counts, 1).probabilities);
  expect(unigram.first).toBeCloseTo(900 / 1200, 12);
  expect(unigram.rarer).toBeCloseTo(200 / 1200, 12);
  const uniform = noiseShares(createNoise(counts, 0).probabilities);
  expect([uniform.first, uniform.rarer]).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.5, 12)]);
});
