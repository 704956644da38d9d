import { describe, expect, it } from 'vitest';
import { alongDirection, biasOf } from './bias-words.ts';

const rowsOf = (rows: readonly (readonly number[])[]) => ({
  words: rows.map((_, i) => `w${i}`),
  vectors: Float32Array.from(rows.flat()),
  dimensions: rows[0]?.length ?? 0,
});
const rows = rowsOf([
  [1, 0, 0],
  [0, 1, 0],
  [2, 0, 0],
  [0, 3, 0],
  [0, 0, 0],
  [0, 0, 5],
]);
const close = (value: number) => expect.closeTo(value, 6);

describe('biasOf', () => {
  it('finds the common direction, whatever the lengths, and a pair that goes the other way', () => {
    const bias = biasOf(rows, [
      ['w0', 'w1'],
      ['w2', 'W3'],
      ['w3', 'w2'],
    ]);
    expect(Array.from(bias.direction ?? [])).toEqual([close(-Math.SQRT1_2), close(Math.SQRT1_2), close(0)]);
    expect(bias.pairs.map(({ cosine }) => cosine)).toEqual([close(1), close(1), close(-1)]);
    expect(bias.share).toBeCloseTo(1, 9);
    expect(bias.reason).toBeNull();
  });

  it('tells pairs that have no direction', () => {
    const bias = biasOf(rows, [
      ['w0', 'w2'],
      ['w0', 'none'],
      ['w4', 'w0'],
      ['w0', 'w1'],
    ]);
    expect(bias.pairs.map(({ cosine }) => cosine === null)).toEqual([true, true, false, false]);
    expect(biasOf(rows, [['w0', 'w2']])).toMatchObject({ direction: null, reason: 'flat' });
    expect(biasOf(rows, [['none', 'w0']])).toMatchObject({ direction: null, reason: 'none' });
  });

  it('places words by their cosine with the direction', () => {
    const along = alongDirection(rows, Float64Array.of(0.6, 0, 0.8));
    expect(along.map(({ at }) => at[0])).toEqual([0.6, 0, 0.6, 0, 0, 0.8].map(close));
  });
});
