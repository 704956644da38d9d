import fc from 'fast-check';
import { expect, it } from 'vitest';
import { huffmanMerges, huffmanTree } from '../models/softmax/huffman.ts';
import { balancedTree } from '../models/softmax/tree.ts';
import { softmaxTreeSums } from './softmaxTreeSums.ts';

it('adds up what the merges added up, and hangs each node under the merge that took it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 60 }), (counts) => {
      const tree = huffmanTree(counts);
      const sums = softmaxTreeSums(tree, counts);
      for (const { node, left, right, count } of huffmanMerges(counts)) {
        expect(sums.counts[node]).toBe(count);
        for (const child of [left, right]) {
          if (child < 0) continue;
          expect(sums.parents[child]).toBe(node);
          expect(sums.depths[child]).toBe((sums.depths[node] ?? 0) + 1);
        }
      }
      if (counts.length > 1) expect(sums.leaves[tree.root]).toBe(counts.length);
    }),
  );
});

it('has a root without a parent', () => {
  const sums = softmaxTreeSums(balancedTree(4), [1, 2, 3, 4]);
  expect([...sums.parents].filter((parent) => parent === -1)).toHaveLength(1);
  expect(Math.max(...sums.counts)).toBe(10);
});
