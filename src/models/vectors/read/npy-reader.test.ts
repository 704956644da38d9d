import { describe, expect, it } from 'vitest';
import { npyFile } from './foreign-files.testkit.ts';
import type { Keep } from './growing-table.ts';
import { createNpyReader } from './npy-reader.ts';
import { feed, fixture, jsonFixture, rowsIn, tableFor } from './read.testkit.ts';

/** Pieces that bytes come in. */
const SIZES = [1, 3, 64, 1 << 16];

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
