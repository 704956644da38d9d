import { describe, expect, it } from 'vitest';
import { layoutStacked } from '../../layout/stackedMatrices.ts';
import { litAt } from './stackedBlocks.ts';

const { blocks } = layoutStacked(3, 4, true);
const lit = (row: number, column: number) =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      const at = litAt(block, 3, { row, column });
      return at ? [[block.id, [at.row, at.column]]] : [];
    }),
  );

describe('litAt', () => {
  it('finds an old unit’s weight in W_aa and in W_a, and the state that it multiplies in both vectors', () => {
    expect(lit(2, 1)).toEqual({
      recurrent: [2, 1],
      previous: [1, 0],
      bias: [2, 0],
      weights: [2, 1],
      operand: [1, 0],
      'bias-again': [2, 0],
    });
  });

  it('finds a word’s weight in W_ax and, n_a columns further, in W_a', () => {
    expect(lit(0, 5)).toEqual({
      input: [0, 2],
      token: [2, 0],
      bias: [0, 0],
      weights: [0, 5],
      operand: [5, 0],
      'bias-again': [0, 0],
    });
  });
});
