import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cooccurrences, countCooccurrences } from './cooccurrence.ts';

/** As a table, row by row. */
function dense({ vocabulary, rows, columns, values }: Cooccurrences): number[][] {
  const table = Array.from({ length: vocabulary }, () => new Array<number>(vocabulary).fill(0));
  values.forEach((value, i) => {
    table[rows[i]!]![columns[i]!] = value;
  });
  return table;
}

describe('countCooccurrences', () => {
  it('counts a text by hand', () => {
    // i like ice . i like you .
    const ids = [0, 1, 2, 3, 0, 1, 4, 3];
    const near = dense(countCooccurrences([ids], { vocabulary: 5, window: 1, byDistance: true }));
    expect(near[0]).toEqual([0, 2, 0, 1, 0]);
    expect(near[1]).toEqual([2, 0, 1, 0, 1]);
    const far = dense(countCooccurrences([ids], { vocabulary: 5, window: 2, byDistance: true }));
    expect(far[0]?.[2]).toBe(0.5 + 0.5);
    const plain = dense(countCooccurrences([ids], { vocabulary: 5, window: 2, byDistance: false }));
    expect(plain[0]?.[2]).toBe(2);
    const weights = [1, 0.25];
    const own = dense(countCooccurrences([ids], { vocabulary: 5, window: 2, byDistance: true, weights }));
    expect([own[0]?.[1], own[0]?.[2]]).toEqual([2, 0.5]);
  });

  it('is symmetric, in order, and adds up to the pairs there are', () => {
    const text = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (ids, window) => {
        const found = countCooccurrences([ids], { vocabulary: 7, window, byDistance: false });
        const table = dense(found);
        table.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBe(table[j]?.[i]);
          });
        });
        const pairs = Array.from({ length: window }, (_, k) => 2 * Math.max(0, ids.length - k - 1));
        expect(found.values.reduce((sum, x) => sum + x, 0)).toBe(pairs.reduce((sum, x) => sum + x, 0));
      }),
    );
  });

  it('does not reach from one sequence into the next, and refuses ids that are none', () => {
    const options = { vocabulary: 2, window: 3, byDistance: true };
    expect(countCooccurrences([[0], [1]], options).values).toHaveLength(0);
    expect(() => countCooccurrences([[2]], options)).toThrow(RangeError);
  });
});
