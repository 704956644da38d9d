import { describe, expect, it } from 'vitest';
import { moveInGrid } from './rovingGrid.ts';

const size = { columns: 8, rows: 6 };

describe('moveInGrid', () => {
  it.each([
    ['ArrowLeft', { column: 2, row: 1 }],
    ['ArrowRight', { column: 4, row: 1 }],
    ['ArrowUp', { column: 3, row: 0 }],
    ['ArrowDown', { column: 3, row: 2 }],
    ['Home', { column: 0, row: 1 }],
    ['End', { column: 7, row: 1 }],
  ])('%s', (key, to) => expect(moveInGrid(key, { column: 3, row: 1 }, size)).toEqual(to));

  it('stops at the edges', () => {
    expect(moveInGrid('ArrowLeft', { column: 0, row: 0 }, size)).toEqual({ column: 0, row: 0 });
    expect(moveInGrid('ArrowDown', { column: 7, row: 5 }, size)).toEqual({ column: 7, row: 5 });
  });

  it('leaves Tab and letters alone, and does nothing in an empty grid', () => {
    expect(moveInGrid('Tab', { column: 0, row: 0 }, size)).toBeNull();
    expect(moveInGrid('a', { column: 0, row: 0 }, size)).toBeNull();
    expect(moveInGrid('End', { column: 0, row: 0 }, { columns: 0, rows: 6 })).toBeNull();
  });
});
