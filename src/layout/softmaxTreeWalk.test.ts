import { expect, it } from 'vitest';
import { balancedTree } from '../models/softmax/tree.ts';
import { softmaxTree } from './softmaxTree.ts';
import { softmaxTreeSums } from './softmaxTreeSums.ts';
import { softmaxTreeStep } from './softmaxTreeWalk.ts';

const tree = balancedTree(5);
const counts = [5, 4, 3, 2, 1];
const layout = softmaxTree({
  tree,
  sums: softmaxTreeSums(tree, counts),
  counts,
  words: ['a', 'b', 'c', 'd', 'e'],
  folds: new Set(),
  format: String,
  more: String,
});

it('walks down to the left and up again', () => {
  const down = softmaxTreeStep(layout, tree.root, 'ArrowDown');
  expect(down).toBe(tree.left[tree.root]);
  expect(softmaxTreeStep(layout, down ?? 0, 'ArrowUp')).toBe(tree.root);
  expect(softmaxTreeStep(layout, tree.root, 'ArrowUp')).toBeNull();
});

it('walks along a level from one side to the other, and stops there', () => {
  const visited: number[] = [];
  for (let at: number | null = tree.left[tree.root] ?? null; at !== null; ) {
    visited.push(at);
    at = softmaxTreeStep(layout, at, 'ArrowRight');
  }
  expect(visited).toEqual([tree.left[tree.root], tree.right[tree.root]]);
  expect(softmaxTreeStep(layout, visited[1] ?? 0, 'ArrowLeft')).toBe(visited[0]);
});

it('knows root and bottom, and nothing below a word', () => {
  expect(softmaxTreeStep(layout, ~3, 'Home')).toBe(tree.root);
  const last = softmaxTreeStep(layout, tree.root, 'End') ?? 0;
  expect(layout.byId.get(last)?.depth).toBe(3);
  expect(softmaxTreeStep(layout, ~3, 'ArrowDown')).toBeNull();
  expect(softmaxTreeStep(layout, ~3, 'q')).toBeNull();
});
