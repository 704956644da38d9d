import { describe, expect, it } from 'vitest';
import { readVectorBinary, vectorFixture } from '../vectors.testkit.ts';
import { bytesOf, word2vecFile } from './foreign-files.testkit.ts';
import type { Keep } from './growing-table.ts';
import { feed, rowsIn, tableFor } from './read.testkit.ts';
import { createWord2vecReader } from './word2vec-reader.ts';

const ROWS = [
  ['the', [0.5, -1, 2]],
  ['鲸鱼', [0.25, 2.25, -3]],
  ['x'.repeat(60), [7, 8, 9]],
] as const;
const EXPECTED = Object.fromEntries(ROWS.map(([word, row]) => [word, [...row]]));
/** Pieces that bytes come in. */
const SIZES = [1, 3, 64, 1 << 16];

describe('word2vec .bin', () => {
  const read = (bytes: Uint8Array, keep: Partial<Keep> = {}, size?: number) => {
    const table = tableFor(keep, bytes.length);
    return { table, end: feed(createWord2vecReader(table), bytes, size) };
  };

  it.each([true, false])('is read with line feeds behind rows: %s', (feeds) => {
    for (const size of SIZES) {
      const { table, end } = read(word2vecFile(ROWS, { feeds }), {}, size);
      expect(rowsIn(table)).toEqual(EXPECTED);
      expect(end).toMatchObject({ fault: null, rows: 3 });
    }
  });

  it('gives what gensim wrote', () => {
    const bytes = vectorFixture('eight-words.bin');
    const { table } = read(bytes);
    expect(table.words).toEqual(readVectorBinary(bytes).words);
    expect(Object.values(rowsIn(table)).flat()).toEqual([...readVectorBinary(bytes).vectors]);
  });

  it('keeps the first and stops reading there', () => {
    const bytes = word2vecFile(ROWS);
    const table = tableFor({ most: 1 });
    const reader = createWord2vecReader(table);
    expect(reader.push(bytes)).toBe(false);
    expect(reader.end(false)).toMatchObject({ fault: null, rows: 3 });
    expect(table.words).toEqual(['the']);
  });

  it('says in which row it is cut off, and what was good before', () => {
    const { table, end } = read(word2vecFile(ROWS).subarray(0, -5));
    expect(end.fault).toMatchObject({
      code: 'damaged',
      detail: 'truncated',
      place: { row: 3, expected: '12', found: '8' },
    });
    expect(table.words).toEqual(['the', '鲸鱼']);
  });

  it('says that a header claims other rows, whichever way', () => {
    for (const said of [2, 999_999_999_999]) {
      const { table, end } = read(word2vecFile(ROWS, { said }));
      expect(table.flaws()[0]).toMatchObject({
        code: 'header-lies',
        first: { expected: String(said), found: '3' },
      });
      expect(end.rows).toBe(3);
    }
  });

  it('loses its way where rows are longer than the header says, and says so', () => {
    const rows = Array.from(
      { length: 50 },
      (_, i) => [`w${i}`, Array.from({ length: 40 }, (_, j) => Math.sin(i + j))] as const,
    );
    const bytes = bytesOf('50 30\n', word2vecFile(rows).subarray('50 40\n'.length));
    const { end } = read(bytes);
    expect(end.fault).toMatchObject({ code: 'damaged', detail: 'word', place: { row: 2 } });
  });

  it('skips rows that hold no numbers', () => {
    const rows = [
      ['a', [1, Number.NaN]],
      ['b', [Number.POSITIVE_INFINITY, 1]],
      ['c', [1, 2]],
    ] as const;
    const { table } = read(word2vecFile(rows));
    expect(table.words).toEqual(['c']);
    expect(table.flaws()).toMatchObject([
      { code: 'not-a-number', count: 2, first: { row: 1, word: 'a', found: 'NaN' } },
    ]);
  });
});
