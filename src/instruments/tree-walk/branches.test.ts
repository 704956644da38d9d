import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { dotRow, leafLogProbabilities } from '../../models/softmax/hierarchical.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { balancedTree } from '../../models/softmax/tree.ts';
import { branchesOf } from './branches.ts';

const D = 3;

describe.each([
  ['Huffman', huffmanTree([50, 21, 9, 8, 3, 3, 2, 1, 1])],
  ['balanced', balancedTree(9)],
])('branches of a %s tree', (_, tree) => {
  const random = createRandom(11);
  const vectors = Float64Array.from({ length: (tree.leaves - 1) * D }, () => 2 * random.normal());
  const hidden = Float64Array.from({ length: D }, () => random.normal());
  const { reached, scores } = branchesOf(tree, leafLogProbabilities({ tree, vectors, hidden }));

  it('have the scores of the vectors that the leaves came from', () => {
    scores.forEach((score, node) => {
      expect(score).toBeCloseTo(dotRow(vectors, node, hidden), 9);
    });
  });

  it('begin with everything', () => {
    expect(reached[tree.root]).toBeCloseTo(0, 12);
  });
});

it('stays finite where both sides have no probability left', () => {
  const { scores } = branchesOf(
    balancedTree(4),
    Float64Array.of(0, -1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY),
  );
  expect([...scores].some(Number.isNaN)).toBe(false);
});
