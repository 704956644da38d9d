import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestLeaves } from '../../models/softmax/best-leaves.ts';
import { leafLogProbabilities } from '../../models/softmax/hierarchical.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { nodeProbabilities, visitedNodes } from './tree-search.ts';

const cases = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 12 }).chain((counts) =>
  fc.record({
    counts: fc.constant(counts),
    scores: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: counts.length - 1,
      maxLength: counts.length - 1,
    }),
  }),
);

it('marks the nodes whose scores the search looks at', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 3 }), ({ counts, scores }, count) => {
      const tree = huffmanTree(counts);
      const seen: number[] = [];
      // One number a node, and h = 1: a vector that tells when it is read.
      const vectors = new Proxy(Float64Array.from(scores), {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) seen.push(Number(key));
          return Reflect.get(target, key, target);
        },
      });
      const hidden = Float64Array.of(1);
      const best = bestLeaves({ tree, vectors, hidden }, count);
      const looked = new Set(seen);
      const probabilities = leafLogProbabilities({ tree, vectors: Float64Array.from(scores), hidden }).map(
        Math.exp,
      );
      const marked = visitedNodes(tree, { probabilities, best }, count);
      expect(marked.size).toBe(best.at(-1)?.visited);
      // With equals, which of them come first is free.
      const values = [...nodeProbabilities(tree, probabilities)];
      if (new Set(values.map((value) => value.toFixed(9))).size === values.length)
        expect(marked).toEqual(looked);
    }),
  );
});
