import { expect, it } from 'vitest';
import { shownStrengths } from './shownStrengths.ts';
import { foldedTree } from './treeMarks.testkit.ts';

const { layout, sums, fold, tree } = foldedTree();

it('is 1 for what moved most; a fold moves as far as the farthest inside it', () => {
  const inside = [tree.left[fold] ?? 0, tree.right[fold] ?? 0];
  const moved = new Map([
    [tree.root, 0.2],
    [inside[0] ?? 0, 0.1],
    [inside[1] ?? 0, 0.4],
  ]);
  expect([...shownStrengths(layout, sums, moved)]).toEqual([
    [tree.root, 0.5],
    [fold, 1],
  ]);
});

it('is nothing where nothing moved', () => {
  expect(shownStrengths(layout, sums, new Map()).size).toBe(0);
});
