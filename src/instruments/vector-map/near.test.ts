import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptNear, rowsInOrder, unitRows } from './near.ts';

const value = fc.double({ min: -5, max: 5, noNaN: true });
const tables = fc
  .array(fc.tuple(value, value, value), { minLength: 6, maxLength: 20 })
  .map((rows) => Float32Array.from(rows.flat()));

describe('unitRows', () => {
  it('has rows of length 1 in the same direction; zeros stay', () => {
    const units = unitRows(Float32Array.of(3, 4, 0, 0, 0, -2), 2);
    [0.6, 0.8, 0, 0, 0, -1].forEach((expected, i) => {
      expect(units[i]).toBeCloseTo(expected, 6);
    });
  });
});

describe('keptNear', () => {
  it('keeps all where the map is the space itself', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { nearest, kept } = keptNear(rows, 3, rows, 3, 2, 4);
        expect(nearest).toHaveLength(4);
        expect([...kept].sort()).toEqual([...nearest].sort());
      }),
    );
  });

  it('counts those that the map has moved away', () => {
    const full = Float32Array.of(0, 1, 2, 10, 11);
    const map = Float32Array.of(0, 9, 1, 2, 10);
    const { nearest, kept } = keptNear(full, 1, map, 1, 0, 2);
    expect(nearest).toEqual([1, 2]);
    expect([...kept]).toEqual([2]);
  });
});

describe('rowsInOrder', () => {
  it('gives each id its own row', () => {
    const ordered = rowsInOrder(
      Int32Array.of(7, 3, 5),
      Float32Array.of(70, 71, 30, 31, 50, 51),
      2,
      Int32Array.of(3, 5, 7),
    );
    expect([...ordered]).toEqual([30, 31, 50, 51, 70, 71]);
  });
});
