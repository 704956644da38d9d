import { describe, expect, it } from 'vitest';
import { partsOf } from '../word2vec/parts.ts';
import { hashNgram } from './hash.ts';
import { ngramRows, subwordParts, wordVector } from './subwords.ts';

const OPTIONS = { minN: 3, maxN: 4, bucket: 50 };

describe('subwordParts', () => {
  const words = ['where', 'her', '北京', ''];
  const parts = subwordParts(words, OPTIONS);

  it('begin with the word itself, then the buckets of its n-grams', () => {
    expect([...partsOf(parts, 1)]).toEqual([
      1,
      ...['<he', 'her', 'er>', '<her', 'her>'].map((ngram) => 4 + (hashNgram(ngram) % 50)),
    ]);
    expect([...partsOf(parts, 3)]).toEqual([3]);
    expect(parts.count).toBe(54);
    expect(parts.starts.at(-1)).toBe(parts.rows.length);
    expect(Math.max(...parts.rows)).toBeLessThan(parts.count);
  });

  it('are the words alone without buckets', () => {
    expect([...subwordParts(words, { ...OPTIONS, bucket: 0 }).rows]).toEqual([0, 1, 2, 3]);
  });
});

describe('wordVector', () => {
  it('is the mean of its rows: an unseen word lives on what it shares with known ones', () => {
    const input = Float64Array.from({ length: 54 * 2 }, (_, i) => i);
    const rows = ngramRows('wherever', 4, OPTIONS);
    const [x = 0, y = 0] = wordVector(input, 2, rows) ?? [];
    const mean = rows.reduce((sum, row) => sum + row, 0) / rows.length;
    expect(x).toBeCloseTo(2 * mean, 9);
    expect(y).toBeCloseTo(2 * mean + 1, 9);
    const shared = ngramRows('where', 4, OPTIONS).filter((row) => rows.includes(row));
    expect(shared.length).toBeGreaterThan(3);
  });

  it('is nothing where there is nothing', () => {
    expect(wordVector(new Float64Array(8), 2, [])).toBeNull();
  });
});
