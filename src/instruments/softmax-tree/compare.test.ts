import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTrees, depthPoints, treeRows, wordDepths } from './compare.ts';

const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 50 });

describe('compareTrees', () => {
  it('stands between Shannon’s bound and the balanced tree', () => {
    fc.assert(
      fc.property(counts, (values) => {
        fc.pre(values.some((value) => value > 0));
        const { entropy, huffmanDepth, balancedDepth, uniform } = compareTrees(values);
        expect(entropy).toBeLessThanOrEqual(huffmanDepth + 1e-9);
        expect(huffmanDepth).toBeLessThanOrEqual(balancedDepth + 1e-9);
        expect(balancedDepth).toBeLessThan(uniform + 1);
      }),
    );
  });

  it('saves what can be added up by hand', () => {
    // Depths 1, 2, 3, 3 against 2, 2, 2, 2; shares 1/2, 1/4, 1/8, 1/8.
    const found = compareTrees([4, 2, 1, 1]);
    expect(found).toMatchObject({
      huffmanDepth: 1.75,
      balancedDepth: 2,
      entropy: 1.75,
      uniform: 2,
      total: 8,
    });
    expect(found.saved).toBeCloseTo(1 / 8, 12);
  });

  it('has no shares without counts, and no depth with one word', () => {
    expect(compareTrees([0, 0]).huffmanDepth).toBeNaN();
    expect(compareTrees([7])).toMatchObject({ huffmanDepth: 0, uniform: 0 });
    expect(compareTrees([7]).saved).toBeNaN();
  });
});

it('depthPoints hold every word that occurs, once', () => {
  fc.assert(
    fc.property(counts, (values) => {
      const words = wordDepths(compareTrees(values), values);
      for (const tree of ['huffman', 'balanced'] as const) {
        const leaves = depthPoints(words, tree).flatMap((point) => point.leaves);
        expect(leaves.sort((a, b) => a - b)).toEqual(
          values.flatMap((value, leaf) => (value > 0 ? [leaf] : [])),
        );
      }
    }),
  );
});

it('treeRows carry codes that no other begins with', () => {
  const values = [9, 4, 4, 1, 0];
  const rows = treeRows(compareTrees(values), ['a', 'b', 'c', 'd', 'e'], values);
  for (const column of [5, 7]) {
    const codes = rows.map((row) => String(row[column])).sort();
    codes.slice(1).forEach((code, i) => {
      expect(code.startsWith(codes[i] ?? '')).toBe(false);
    });
  }
});
