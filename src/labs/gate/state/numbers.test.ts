import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, tableText, writeTable } from './numbers.ts';

const faultOf = (text: string) => {
  const read = readTable(text);
  return read.ok ? null : read.fault;
};

describe('a table of numbers', () => {
  it('reads what people and spreadsheets write', () => {
    expect(readTable('1, −0.5\n\n２\t3e-2\r\n')).toEqual({
      ok: true,
      table: { rows: 2, columns: 2, values: Float64Array.of(1, -0.5, 2, 0.03) },
    });
  });

  it('says where it is none', () => {
    expect(faultOf(' \n')).toEqual({ code: 'empty' });
    expect(faultOf('1 2\n3 x')).toEqual({ code: 'not-a-number', line: 2, place: 2, found: 'x' });
    expect(faultOf('1 2\n3')).toEqual({ code: 'ragged', line: 2, expected: 2, found: 1 });
    expect(faultOf('1e999')).toEqual({ code: 'not-a-number', line: 1, place: 1, found: '1e999' });
    expect(faultOf('1\n'.repeat(65))).toEqual({ code: 'too-many-rows', found: 65, limit: 64 });
  });

  it('is read back as it was written', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const rows = fc.integer({ min: 1, max: 5 }).chain((columns) =>
      fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(rows, (table) => {
        const values = Float64Array.from(table.flat());
        const written = { rows: table.length, columns: table[0]?.length ?? 0, values };
        const read = readTable(writeTable(written));
        expect(read.ok && Array.from(read.table.values, (value) => value + 0)).toEqual(
          Array.from(values, (value) => value + 0),
        );
      }),
    );
  });

  it('in a link is taken whole or not at all', () => {
    const codec = tableText('1', 10);
    expect(codec.read('1 2')).toEqual({ value: '1 2', problem: null });
    expect(codec.read('ab')).toMatchObject({ value: '1', problem: { code: 'url.mangled', found: 'ab' } });
    expect(codec.write('1 2 3 4 5 6 7')).toBe('');
  });
});
