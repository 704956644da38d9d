import { describe, expect, it } from 'vitest';
import { vectorTable } from '../../../instruments/word2vec/vector-table.ts';
import { FREQUENT, scorePairs } from './pairScore.ts';

const words = ['a', 'b', 'c', 'd'];
const counts = [FREQUENT, FREQUENT, FREQUENT - 1, 1];
/** Angles of 0, 10, 30 and 90 degrees. */
const table = vectorTable(
  Float32Array.from(
    [0, 10, 30, 90].flatMap((angle) => [
      Math.cos((angle * Math.PI) / 180),
      Math.sin((angle * Math.PI) / 180),
    ]),
  ),
  2,
);
const pair = (from: string, to: string) => ({ from, to, relation: 0 });

describe('scorePairs', () => {
  it('is the mean reciprocal rank, both ways', () => {
    // a and b are nearest to each other; c is second to a, and a is second to c behind b.
    const { all, frequent, rare } = scorePairs([pair('a', 'b'), pair('a', 'c'), pair('a', 'nobody')], {
      words,
      counts,
      table,
    });
    expect(all).toEqual({ score: 0.75, pairs: 2 });
    expect(frequent).toEqual({ score: 1, pairs: 1 });
    expect(rare).toEqual({ score: 0.5, pairs: 1 });
  });

  it('has no score without a pair', () => {
    expect(scorePairs([], { words, counts, table }).all.score).toBeNaN();
  });
});
