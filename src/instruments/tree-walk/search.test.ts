import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { bestLeaves } from '../../models/softmax/best-leaves.ts';
import { leafLogProbabilities } from '../../models/softmax/hierarchical.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { createTree } from '../../models/softmax/tree.ts';
import { searchTree } from './search.ts';

it('finds what the vectors themselves find, and as fast', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(counts, fc.nat(), (values, seed) => {
      const random = createRandom(seed);
      const tree = huffmanTree(values);
      const scores = {
        tree,
        vectors: Float64Array.from({ length: (values.length - 1) * 3 }, () => random.normal()),
        hidden: Float64Array.from({ length: 3 }, () => random.normal()),
      };
      const logs = leafLogProbabilities(scores);
      const { best, greedy } = searchTree(tree, logs, 3);
      const expected = bestLeaves(scores, 3);
      expect(best.map(({ leaf, visited }) => [leaf, visited])).toEqual(
        expected.map(({ leaf, visited }) => [leaf, visited]),
      );
      expect(logs[best[0]?.leaf ?? 0]).toBe(Math.max(...logs));
      expect(greedy.logProbability).toBeLessThanOrEqual(Math.max(...logs));
    }),
    { numRuns: 40 },
  );
});

it('says where the likelier turn goes wrong', () => {
  // 0.4 alone on one side; 0.35 and 0.25 share the likelier one.
  const tree = createTree(3, 0, Int32Array.of(~0, ~1), Int32Array.of(1, ~2));
  const { best, greedy } = searchTree(tree, Float64Array.of(0.4, 0.35, 0.25).map(Math.log), 1);
  expect(best[0]?.leaf).toBe(0);
  expect(best[0]?.visited).toBe(2);
  expect([greedy.leaf, greedy.visited]).toEqual([1, 2]);
});
