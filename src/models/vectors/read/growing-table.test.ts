import { describe, expect, it } from 'vitest';
import { createRowStore } from '../row-store.ts';
import { createGrowingTable } from './growing-table.ts';
import { KEEP, rowsIn, tableFor } from './read.testkit.ts';

const HERE = () => ({ row: 1 });
const AHEAD = { dimensions: 2, claimed: null, width: 10 };

describe('a table that grows', () => {
  it('takes each word once, and names the second', () => {
    const table = tableFor();
    table.begin(AHEAD);
    table.add('a', Float32Array.of(1, 2), HERE);
    expect(table.wants('a', HERE)).toBe(false);
    expect(table.wants('b', HERE)).toBe(true);
    expect(table.flaws()).toEqual([{ code: 'duplicate-word', count: 1, first: { row: 1, word: 'a' } }]);
  });

  it('knows how many rows it can still take', () => {
    const table = tableFor({ memory: 8 * 3, most: 10 });
    table.begin(AHEAD);
    expect(table.room).toBe(3);
    for (const word of ['a', 'b', 'c', 'd']) table.add(word, Float32Array.of(1, 2), HERE);
    expect([table.words, table.limit, table.room]).toEqual([['a', 'b', 'c'], 'memory', 0]);
  });

  it('keeps sums as floats until they are settled', () => {
    const table = tableFor({ precision: 'int8' });
    table.begin({ ...AHEAD, areSums: true });
    table.add('a', Float32Array.of(1, 2), HERE);
    table.sums()[0]! += 1;
    expect(rowsIn(table)).toEqual({ a: [2, 2] });
    table.settle();
    expect(table.rows?.precision).toBe('int8');
  });

  it('keeps what came when memory is out', () => {
    const table = createGrowingTable(KEEP, null, (d, precision) => {
      const rows = createRowStore(d, precision);
      const push = rows.push.bind(rows);
      rows.push = (row) => {
        if (rows.count === 2) throw new RangeError('Invalid array buffer length');
        push(row);
      };
      return rows;
    });
    table.begin(AHEAD);
    for (const word of ['a', 'b', 'c', 'd'])
      if (table.wants(word, HERE)) table.add(word, Float32Array.of(1, 2), HERE);
    expect([table.words, table.limit, table.isFull]).toEqual([['a', 'b'], 'memory', true]);
  });
});
