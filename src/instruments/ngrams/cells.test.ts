import { describe, expect, it } from 'vitest';
import { cellGrid, tableSize } from './cells.ts';
import { storyModel } from './ngrams.testkit.ts';

describe('the cells of a sentence', () => {
  it('are counts of its contexts by its tokens', async () => {
    const { counted, model } = await storyModel();
    const grid = cellGrid(counted, model, 'a b.');
    expect(grid.contextNames).toEqual(['⟨EOS⟩', 'a', 'b', '.']);
    expect(grid.tokenNames).toEqual(['a', 'b', '.', '⟨EOS⟩']);
    // biome-ignore format: a table.
    expect([...grid.counts]).toEqual([
      3, 0, 0, 0,
      0, 4, 0, 0,
      0, 0, 6, 0,
      0, 0, 0, 6,
    ]);
    expect(grid.totals).toEqual([5, 4, 6, 6]);
    // After ⟨EOS⟩ two times of five c, which has no column.
    expect(grid.others[0]).toBeCloseTo(2 / 5, 15);
  });

  it('mark the way of the sentence: one cell a token, the last two pairs the same', async () => {
    const { counted, model } = await storyModel({ order: 3 });
    const grid = cellGrid(counted, model, 'a b. c b.');
    expect(grid.visited.filter(Boolean)).toHaveLength(7);
  });

  it('make rows that sum to 1 with what has no column', async () => {
    for (const smoothing of ['add-k', 'kneser-ney'] as const) {
      const { counted, model } = await storyModel({ smoothing });
      const grid = cellGrid(counted, model, 'c b.');
      const columns = grid.tokens.length;
      grid.others.forEach((others, row) => {
        const shown = grid.probabilities.subarray(row * columns, (row + 1) * columns);
        expect(shown.reduce((sum, p) => sum + p, others)).toBeCloseTo(1, 12);
      });
    }
  });

  it('for n = 1 have one row without a context', async () => {
    const { counted, model } = await storyModel({ order: 1 });
    expect(cellGrid(counted, model, 'a b.').contextNames).toEqual(['']);
  });
});

it('the whole table has V to the power of n cells', async () => {
  const { counted } = await storyModel();
  // ⟨UNK⟩, a, b, c, ., ⟨EOS⟩; pairs: a b, c b, b ., . ⟨EOS⟩, ⟨EOS⟩ a, ⟨EOS⟩ c.
  expect(tableSize(counted, 2)).toEqual({ all: 36, full: 6 });
});
