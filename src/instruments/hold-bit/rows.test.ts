import { expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { holdRows, rowOf } from './rows.ts';

const names = (rows: ReturnType<typeof holdRows>) => rows.map(({ lane, unit }) => `${lane}${unit + 1}`);
const SIMPLIFIED = { ...DEFAULT_GRU, variant: 'simplified' } as const;

it('shows every unit’s gate and memory, the reset gate of the selected one, and the answer last', () => {
  expect(names(holdRows(SIMPLIFIED, 1, 0))).toEqual(['update1', 'hidden1', 'answer0']);
  expect(names(holdRows(DEFAULT_GRU, 2, 1))).toEqual([
    'update1',
    'hidden1',
    'update2',
    'reset2',
    'hidden2',
    'answer0',
  ]);
  expect(names(holdRows(DEFAULT_RNN, 2, 0))).toEqual(['hidden1', 'hidden2', 'answer0']);
});

it('finds the row of what is selected, and the memory’s where it is not shown', () => {
  const rows = holdRows(SIMPLIFIED, 2, 0);
  expect(rowOf(rows, 'input', 1)).toBe(0);
  expect(rowOf(rows, 'update', 1)).toBe(3);
  expect(rowOf(rows, 'candidate', 1)).toBe(4);
  expect(rowOf(rows, 'reset', 1)).toBe(4);
  expect(rowOf(rows, 'answer', 0)).toBe(5);
});
