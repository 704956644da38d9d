import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oracle } from '../oracle.testkit.ts';
import { huffmanMerges, huffmanTree } from './huffman.ts';
import { balancedTree, codeOf, depthOf, entropyBits, expectedDepth } from './tree.ts';

interface Word {
  readonly word: string;
  readonly count: number;
  readonly code: string;
}
interface Codes {
  readonly huffman: readonly {
    readonly name: string;
    readonly vocab: readonly Word[];
    readonly weighted_length: number;
  }[];
}
const codes = oracle<Codes>('huffman/codes.json');

const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 });
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe.skipIf(!codes)('codes that gensim made (skipped where the oracle files are absent)', () => {
  it.each(codes?.huffman.map((one) => [one.name, one] as const) ?? [])('%s', (_name, one) => {
    const tree = huffmanTree(one.vocab.map(({ count }) => count));
    const length = total(one.vocab.map(({ count }, leaf) => count * depthOf(tree, leaf)));
    expect(length).toBe(one.weighted_length);
    one.vocab.forEach(({ count, code }, leaf) => {
      const isTied = one.vocab.filter((other) => other.count === count).length > 1;
      if (!isTied) expect(depthOf(tree, leaf)).toBe(code.length);
    });
  });
});

describe('huffmanTree', () => {
  it('has no code that begins another', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const tree = huffmanTree(values);
        const all = values.map((_, leaf) => codeOf(tree, leaf)).sort();
        all.forEach((code, i) => {
          if (i > 0) expect(code.startsWith(all[i - 1] ?? 'none')).toBe(false);
        });
      }),
    );
  });

  it('costs at least the entropy, less than a bit more, and no more than the balanced tree', () => {
    fc.assert(
      fc.property(counts, (values) => {
        fc.pre(total(values) > 0);
        const cost = expectedDepth(huffmanTree(values), values);
        expect(cost).toBeGreaterThanOrEqual(entropyBits(values) - 1e-9);
        // Classes that never occur take leaves of their own, at no cost to the others.
        expect(cost).toBeLessThan(entropyBits(values) + 1 + 1e-9);
        expect(cost).toBeLessThanOrEqual(expectedDepth(balancedTree(values.length), values) + 1e-9);
      }),
    );
  });

  it('is optimal: for few classes no order of merges is cheaper', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), (values) => {
        const tree = huffmanTree(values);
        const cost = total(values.map((count, leaf) => count * depthOf(tree, leaf)));
        expect(cost).toBe(cheapest(values));
      }),
      { numRuns: 40 },
    );
  });
});

/** Least Σ count·depth over all trees, by trying every pair first. */
function cheapest(values: readonly number[]): number {
  if (values.length < 2) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < i; j++) {
      const merged = values[i]! + values[j]!;
      const others = values.filter((_, k) => k !== i && k !== j);
      best = Math.min(best, merged + cheapest([...others, merged]));
    }
  }
  return best;
}

describe('huffmanMerges', () => {
  it('merges the two lightest each time, V − 1 times', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const forest = new Map(values.map((count, leaf) => [~leaf, count]));
        for (const { node, left, right, count } of huffmanMerges(values)) {
          const [first = 0, second = 0] = [...forest.values()].sort((a, b) => a - b);
          expect([forest.get(left), forest.get(right)]).toEqual([first, second]);
          forest.delete(left);
          forest.delete(right);
          forest.set(node, count);
          expect(count).toBe(first + second);
        }
        expect(forest.size).toBe(1);
      }),
    );
  });

  it('of one class has no merge, and its only code is empty', () => {
    expect(huffmanMerges([4])).toEqual([]);
    expect(codeOf(huffmanTree([4]), 0)).toBe('');
  });

  it.each([[[]], [[1, -1]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY]]])('refuses %j', (values) => {
    expect(() => huffmanMerges(values)).toThrow(RangeError);
  });
});
