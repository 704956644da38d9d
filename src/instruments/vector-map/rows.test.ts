import { describe, expect, it } from 'vitest';
import { joinRows } from './rows.ts';

const answer = (words: readonly string[], indices: readonly number[], missing: readonly string[] = []) => ({
  words,
  indices: Int32Array.from(indices),
  vectors: Float32Array.from(indices.flatMap((index) => [index, -index])),
  dimensions: 2,
  counts: null,
  columns: [{ name: 'tag', values: words.map((word) => word.toUpperCase()) }],
  missing,
});

describe('joinRows', () => {
  it('has each word once with its own vector and metadata, without what was dropped', () => {
    const rows = joinRows(
      [answer(['a', 'b', 'c'], [0, 1, 2]), answer(['c', 'z'], [2, 900], ['nothing'])],
      new Set(['b']),
    );
    expect(rows.words).toEqual(['a', 'c', 'z']);
    expect([...rows.ids]).toEqual([0, 2, 900]);
    expect([...rows.vectors]).toEqual([0, -0, 2, -2, 900, -900]);
    expect(rows.columns).toEqual([{ name: 'tag', values: ['A', 'C', 'Z'] }]);
    expect(rows.missing).toEqual(['nothing']);
  });

  it('has no place for words that have no rank', () => {
    expect(joinRows([answer(['unseen', 'a'], [-1, 0])], new Set()).words).toEqual(['a']);
  });
});
