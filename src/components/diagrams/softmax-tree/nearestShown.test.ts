import { expect, it } from 'vitest';
import { nearestShown } from './nearestShown.ts';
import { foldedTree } from './treeMarks.testkit.ts';

it('is the node itself, or the fold that holds it, leaves and inner nodes alike', () => {
  const { layout, sums, fold, tree } = foldedTree();
  expect(nearestShown(layout, sums, ~1)).toBe(~1);
  expect(nearestShown(layout, sums, tree.root)).toBe(tree.root);
  expect(nearestShown(layout, sums, ~7)).toBe(fold);
  expect(nearestShown(layout, sums, tree.left[fold] ?? 0)).toBe(fold);
});
