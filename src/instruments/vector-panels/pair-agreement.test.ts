import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from './pair-agreement.ts';

const rowsOf = (rows: readonly (readonly number[])[]) => ({
  words: rows.map((_, i) => `w${i}`),
  vectors: Float32Array.from(rows.flat()),
  dimensions: rows[0]?.length ?? 0,
});

describe('agreementOf', () => {
  it('is 1 where all pairs differ alike, and tells a pair that goes the other way', () => {
    const rows = rowsOf([
      [1, 0],
      [0, 1],
      [2, 0],
      [0, 3],
    ]);
    const alike = agreementOf(rows, [
      ['w0', 'w1'],
      ['w2', 'w3'],
    ]);
    expect(alike.map(({ cosine }) => cosine)).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
    const turned = agreementOf(rows, [
      ['w0', 'w1'],
      ['w0', 'w3'],
      ['w3', 'w2'],
    ]);
    expect(turned[2]?.cosine).toBeCloseTo(-1, 9);
  });

  it('leaves out pairs that have no direction', () => {
    const rows = rowsOf([
      [1, 0],
      [0, 1],
      [0, 0],
      [2, 0],
    ]);
    const pairs = [
      ['w0', 'w3'],
      ['w0', 'none'],
      ['w2', 'w0'],
      ['W0', 'W1'],
    ] as const;
    expect(agreementOf(rows, pairs).map(({ cosine }) => cosine)).toEqual([
      null,
      null,
      null,
      expect.closeTo(1, 9),
    ]);
  });

  it('does not depend on the lengths of the vectors, and stays within −1 … 1', () => {
    const row = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 });
    const scale = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 6 }), scale, (rows, by) => {
        const pairs = [
          ['w0', 'w1'],
          ['w2', 'w3'],
          ['w4', 'w5'],
        ] as const;
        const one = agreementOf(rowsOf(rows), pairs);
        const other = agreementOf(
          rowsOf(rows.map((each, i) => (i % 2 ? each.map((x) => x * by) : each))),
          pairs,
        );
        one.forEach(({ cosine }, i) => {
          expect(Math.abs(cosine ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
          expect(other[i]?.cosine ?? 9).toBeCloseTo(cosine ?? 9, 4);
        });
      }),
      { numRuns: 60 },
    );
  });
});
