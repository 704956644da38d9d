import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readVectorBinary, vectorFixture } from '../vectors.testkit.ts';
import { createFasttextReader } from './fasttext-reader.ts';
import {
  bytesOf,
  fasttextFile,
  floatTensor,
  npyFile,
  safetensorsFile,
  word2vecFile,
} from './foreign-files.testkit.ts';
import type { Keep } from './growing-table.ts';
import { createNpyReader } from './npy-reader.ts';
import { feed, rowsIn, tableFor } from './read.testkit.ts';
import { createSafetensorsReader } from './safetensors-reader.ts';
import { createWord2vecReader } from './word2vec-reader.ts';

const ROWS = [
  ['the', [0.5, -1, 2]],
  ['鲸鱼', [0.25, 2.25, -3]],
  ['x'.repeat(60), [7, 8, 9]],
] as const;
const EXPECTED = Object.fromEntries(ROWS.map(([word, row]) => [word, [...row]]));
const SIZES = [1, 3, 64, 1 << 16];
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const jsonFixture = (name: string) => JSON.parse(new TextDecoder().decode(fixture(name)));

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

describe('.npy', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e'];
  const numbers = jsonFixture('numbers.json') as readonly (readonly number[])[];
  const read = (bytes: Uint8Array, names = NAMES, keep: Partial<Keep> = {}, size?: number) => {
    const table = tableFor(keep, bytes.length);
    return { table, end: feed(createNpyReader(table, names), bytes, size) };
  };

  it.each(['rows-f4', 'columns-f8', 'big-endian-v2', 'big-endian-v3'])('%s is what NumPy wrote', (name) => {
    for (const size of SIZES) {
      const { table, end } = read(fixture(`${name}.npy`), NAMES, {}, size);
      expect(rowsIn(table)).toEqual(
        Object.fromEntries(NAMES.map((word, i) => [word, numbers[i]?.map(Math.fround)])),
      );
      expect(end).toMatchObject({ fault: null, rows: 5 });
    }
  });

  it('reads half numbers to their own precision', () => {
    const rows = rowsIn(read(fixture('rows-f2.npy')).table);
    NAMES.forEach((word, i) => {
      numbers[i]?.forEach((value, j) => {
        expect(Math.abs((rows[word]?.[j] ?? Number.NaN) - value)).toBeLessThanOrEqual(
          Math.abs(value) * 2 ** -11 + 2 ** -25,
        );
      });
    });
  });

  it('wants as many words as rows, and two axes', () => {
    expect(read(fixture('rows-f4.npy'), ['a']).end.fault).toEqual({
      code: 'partner-differs',
      rows: 5,
      words: 1,
    });
    expect(read(npyFile([[1, 2]], { shape: '(1, 2, 1)' })).end.fault).toMatchObject({ code: 'not-vectors' });
    expect(read(npyFile([[1, 2]], { shape: '(1000000000000, 2)' })).end.fault).toMatchObject({
      code: 'partner-differs',
    });
  });

  it.each([true, false])('says where it is cut off; column by column: %s', (fortran) => {
    const bytes = npyFile(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      { fortran, size: 8 },
    );
    const { table, end } = read(bytes.subarray(0, -9), ['x', 'y', 'z']);
    expect(end.fault).toMatchObject({ code: 'damaged', detail: 'truncated' });
    expect(table.words).toEqual(fortran ? [] : ['x', 'y']);
  });

  it('keeps the first words', () => {
    expect(read(fixture('columns-f8.npy'), NAMES, { most: 2 }).table.words).toEqual(['a', 'b']);
    expect(read(fixture('rows-f4.npy'), NAMES, { only: ['d'] }).table.words).toEqual(['d']);
  });
});

describe('safetensors', () => {
  const read = (bytes: Uint8Array, names: readonly string[], size?: number) => {
    const table = tableFor({}, bytes.length);
    return { table, end: feed(createSafetensorsReader(table, names), bytes, size) };
  };
  const EMBEDDING = floatTensor([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const FILE = safetensorsFile({
    'head.bias': { dtype: 'F32', shape: [3], data: new Uint8Array(12) },
    'head.weight': floatTensor([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]),
    'embed.weight': EMBEDDING,
  });

  it('takes the rows that are as many as the words, and called as such rows are', () => {
    for (const size of SIZES) {
      const { table, end } = read(FILE, ['a', 'b', 'c'], size);
      expect(rowsIn(table)).toEqual({ a: [1, 2], b: [3, 4], c: [5, 6] });
      expect(end).toMatchObject({ fault: null, rows: 3 });
    }
  });

  it('reads numbers of 16 bits', () => {
    // 1, −2; 0.5, 1.5 in IEEE half precision and in bfloat16.
    const half = safetensorsFile({
      w: { dtype: 'F16', shape: [2, 2], data: Uint8Array.of(0, 0x3c, 0, 0xc0, 0, 0x38, 0, 0x3e) },
    });
    const brain = safetensorsFile({
      w: { dtype: 'BF16', shape: [2, 2], data: Uint8Array.of(0x80, 0x3f, 0, 0xc0, 0, 0x3f, 0xc0, 0x3f) },
    });
    for (const file of [half, brain])
      expect(rowsIn(read(file, ['a', 'b']).table)).toEqual({ a: [1, -2], b: [0.5, 1.5] });
  });

  it('says what does not fit', () => {
    expect(read(FILE, ['a']).end.fault).toMatchObject({ code: 'partner-differs', words: 1 });
    const whole = safetensorsFile({ n: { dtype: 'I64', shape: [1, 1], data: new Uint8Array(8) } });
    expect(read(whole, ['a']).end.fault).toMatchObject({
      code: 'not-vectors',
      place: { found: 'n I64 [1, 1]' },
    });
    const { table, end } = read(FILE.subarray(0, -3), ['a', 'b', 'c']);
    expect(end.fault).toMatchObject({ code: 'damaged', detail: 'truncated', place: { row: 3 } });
    expect(table.words).toEqual(['a', 'b']);
  });
});
