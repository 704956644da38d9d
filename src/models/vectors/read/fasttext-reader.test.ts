import { describe, expect, it } from 'vitest';
import { createFasttextReader } from './fasttext-reader.ts';
import { fasttextFile } from './foreign-files.testkit.ts';
import type { Keep } from './growing-table.ts';
import { feed, fixture, jsonFixture, rowsIn, tableFor } from './read.testkit.ts';

const ROWS = [
  ['the', [0.5, -1, 2]],
  ['鲸鱼', [0.25, 2.25, -3]],
  ['x'.repeat(60), [7, 8, 9]],
] as const;
/** Pieces that bytes come in. */
const SIZES = [1, 3, 64, 1 << 16];

describe('fastText .bin', () => {
  const read = (bytes: Uint8Array, keep: Partial<Keep> = {}, size?: number, most = 1e9) => {
    const table = tableFor(keep, bytes.length);
    const reader = createFasttextReader(table, () => most);
    return { table, end: feed(reader, bytes, size), subwords: reader.subwords };
  };
  const { known, vectors } = jsonFixture('whales.json') as {
    known: readonly string[];
    vectors: Record<string, readonly number[]>;
  };
  const near = (found: ArrayLike<number> | null | undefined, expected: readonly number[] = []) => {
    expect(found).toHaveLength(expected.length);
    expected.forEach((value, j) => {
      expect(Math.abs((found?.[j] ?? Number.NaN) - value)).toBeLessThan(1e-6);
    });
  };

  it('gives the vectors that gensim reads, of words and of unseen ones', () => {
    for (const size of SIZES) {
      const { table, end, subwords } = read(fixture('whales.bin'), {}, size);
      expect(end).toEqual({ fault: null, isUsable: true, rows: known.length });
      expect(table.words).toEqual(known);
      expect(table.counts[0]).toBe(15);
      const rows = rowsIn(table);
      for (const [word, vector] of Object.entries(vectors)) near(rows[word] ?? subwords?.(word), vector);
    }
  });

  it('keeps some of its words with all that belongs to them', () => {
    const { table } = read(fixture('whales.bin'), { only: ['whales', '鲸鱼'] });
    expect(new Set(table.words)).toEqual(new Set(['whales', '鲸鱼']));
    for (const [word, row] of Object.entries(rowsIn(table))) near(row, vectors[word]);
    const first = read(fixture('whales.bin'), { most: 2, precision: 'int8' }).table;
    expect([first.words, first.rows?.precision]).toEqual([known.slice(0, 2), 'int8']);
  });

  it('leaves n-grams where there is no memory for them, and keeps 8 bits where there is a little', () => {
    expect(read(fixture('whales.bin'), {}, 99, 100).subwords).toBeNull();
    const { subwords } = read(fixture('whales.bin'), {}, 99, 37 * 10);
    const row = subwords?.('whaling');
    vectors.whaling?.forEach((value, j) => {
      expect(Math.abs((row?.[j] ?? Number.NaN) - value)).toBeLessThan(2e-3);
    });
  });

  const MODEL = {
    words: ROWS,
    ngrams: [
      [1, 0, 0],
      [0, 1, 0],
    ],
    minN: 2,
    maxN: 3,
  };

  it('passes over labels, and says what it cannot read', () => {
    expect(read(fasttextFile({ ...MODEL, labels: ['__label__a'] })).table.words).toEqual(
      ROWS.map(([word]) => word),
    );
    expect(read(fasttextFile({ ...MODEL, quantised: true })).end.fault).toEqual({
      code: 'unsupported',
      detail: 'quantised fastText',
    });
    expect(read(fasttextFile({ ...MODEL, version: 10 })).end.fault).toMatchObject({ code: 'unsupported' });
  });

  it('has nothing of use when it is cut off before its last n-gram', () => {
    const whole = fasttextFile(MODEL);
    const output = 1 + 16 + 4 * 9;
    for (const length of [70, 100, whole.length - output - 4]) {
      const { end } = read(whole.subarray(0, length));
      expect(end.fault).toMatchObject({ code: 'damaged', detail: 'truncated' });
      expect(end.isUsable).toBe(false);
    }
    expect(read(whole.subarray(0, -output)).end.fault).toBeNull();
  });
});
