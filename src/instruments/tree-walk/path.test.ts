import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { hierarchicalLossAndGradients, walkTree } from '../../models/softmax/hierarchical.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { gradientOf, lengthOf, pathNodes } from './path.ts';

const random = createRandom(3);
const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
const D = 4;
const scores = { tree: huffmanTree([9, 4, 2, 1, 1, 7]), vectors: draw(5 * D), hidden: draw(D) };

describe('the path', () => {
  it('gives each of its nodes the gradient that training gives it', () => {
    for (let leaf = 0; leaf < 6; leaf++) {
      const expected = new Float64Array(5 * D);
      hierarchicalLossAndGradients(scores, leaf, expected, new Float64Array(D));
      for (const node of pathNodes(walkTree(scores, leaf), scores.hidden)) {
        const row = expected.subarray(node.node * D, (node.node + 1) * D);
        gradientOf(node, scores.hidden).forEach((value, j) => {
          expect(value).toBeCloseTo(row[j] ?? Number.NaN, 12);
        });
        expect(node.gradientNorm).toBeCloseTo(lengthOf(row), 12);
        row.fill(0);
      }
      // No other node has one.
      expect(expected.every((value) => value === 0)).toBe(true);
    }
  });
});
