import { expect, it } from 'vitest';
import { balancedTree } from '../../../models/softmax/tree.ts';
import { wordsUnder } from './wordsUnder.ts';

it('wordsUnder names what lies under a node, the most frequent first, of equals the earlier', () => {
  const tree = balancedTree(6);
  const counts = [1, 5, 5, 9, 2, 7];
  expect(wordsUnder({ tree }, counts, tree.root, 4)).toEqual([3, 5, 1, 2]);
  expect(wordsUnder({ tree }, counts, tree.left[tree.root] ?? 0, 9)).toEqual([1, 2, 0]);
});
