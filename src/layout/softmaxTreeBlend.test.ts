import { expect, it } from 'vitest';
import { balancedTree } from '../models/softmax/tree.ts';
import { softmaxTree } from './softmaxTree.ts';
import { blendSoftmaxTrees } from './softmaxTreeBlend.ts';
import { softmaxTreeSums } from './softmaxTreeSums.ts';

const counts = [5, 4, 3, 2, 1];
const layoutOf = (tree = balancedTree(5), folds: readonly number[] = []) =>
  softmaxTree({
    tree,
    sums: softmaxTreeSums(tree, counts),
    counts,
    words: ['a', 'b', 'c', 'd', 'e'],
    folds: new Set(folds),
    format: String,
    more: String,
  });

it('lets new nodes grow out of the fold that they were in', () => {
  const tree = balancedTree(5);
  const fold = tree.left[tree.root] ?? 0;
  const [shut, open] = [layoutOf(tree, [fold]), layoutOf(tree)];
  const start = blendSoftmaxTrees(shut, open, 0);
  expect(start.nodes).toHaveLength(open.nodes.length);
  const origin = shut.byId.get(fold);
  for (const id of [fold, ~0, ~1, ~2]) {
    expect(start.byId.get(id)).toMatchObject({ x: origin?.x, y: origin?.y });
  }
  const half = blendSoftmaxTrees(shut, open, 0.5).byId.get(~1);
  expect(half?.y).toBeCloseTo(((origin?.y ?? 0) + (open.byId.get(~1)?.y ?? 0)) / 2);
});

it('does not mix two trees', () => {
  const to = layoutOf();
  expect(blendSoftmaxTrees(layoutOf(), to, 0.3)).toBe(to);
});
