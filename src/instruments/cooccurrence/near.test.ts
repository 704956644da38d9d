import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCooccurrences } from '../../models/glove/cooccurrence.ts';
import { createCorpus } from '../../models/word2vec/corpus.ts';
import { meetingsOf, nearGrid, nearRows, nearValues, wordsAround } from './near.ts';

const V = 6;
const texts = fc.array(fc.array(fc.nat({ max: V - 1 }), { minLength: 1, maxLength: 15 }), {
  minLength: 1,
  maxLength: 4,
});
const nearness = fc.record({ window: fc.integer({ min: 1, max: 5 }), byDistance: fc.boolean() });

/** X by the counting that GloVe learns from. */
function counted(sentences: readonly number[][], near: { window: number; byDistance: boolean }) {
  const cells = countCooccurrences(sentences, { vocabulary: V, ...near });
  const table = Array.from({ length: V }, () => new Array<number>(V).fill(0));
  cells.values.forEach((value, i) => {
    (table[cells.rows[i] ?? 0] ?? [])[cells.columns[i] ?? 0] = value;
  });
  return table;
}

describe('the figure’s counts', () => {
  it('are those that GloVe learns from: grid, rows, values, and each cell’s meetings', () => {
    fc.assert(
      fc.property(texts, nearness, (sentences, near) => {
        const corpus = createCorpus(sentences, V);
        const table = counted(sentences, near);
        const chosen = [4, 0, 2];
        const grid = nearGrid(corpus, chosen, near);
        chosen.forEach((row, i) => {
          chosen.forEach((column, j) => {
            expect(grid[i * 3 + j]).toBeCloseTo(table[row]?.[column] ?? NaN, 9);
            const met = meetingsOf(corpus, [row, column], near, 3);
            expect(met.sum).toBeCloseTo(table[row]?.[column] ?? NaN, 9);
            expect(met.first).toHaveLength(Math.min(3, met.count));
            expect(met.distances.reduce((sum, count) => sum + count, 0)).toBe(met.count);
          });
        });
        const [row] = nearRows(corpus, [3], near);
        expect([...(row ?? [])]).toEqual(table[3]?.map((value) => expect.closeTo(value, 9)));
        const values = nearValues(corpus, near);
        let step = values.next();
        while (!step.done) step = values.next();
        const all = table.flat().filter((value) => value > 0);
        expect(nearValues(corpus, near, all.length - 1).next()).toEqual({ done: true, value: null });
        expect([...(step.value ?? [])].sort()).toEqual(
          [...all].sort().map((value) => expect.closeTo(value, 9)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

it('wordsAround stay within their sentence', () => {
  const corpus = createCorpus([[0, 1, 2], [3, 4, 5, 0, 1, 2], [5]], V);
  const { from, ids } = wordsAround(corpus, { row: 6, column: 4 }, 3);
  expect(from).toBe(3);
  expect([...ids]).toEqual([3, 4, 5, 0, 1, 2]);
  const { ids: near } = wordsAround(corpus, { row: 4, column: 5 }, 1);
  expect([...near]).toEqual([3, 4, 5, 0]);
});
