import { expect, it } from 'vitest';
import { litEdges } from './litEdges.ts';
import { foldedTree } from './treeMarks.testkit.ts';

const { layout, fold, tree } = foldedTree();
const endsOf = (path: Parameters<typeof litEdges>[1]) => litEdges(layout, path).map(({ edge }) => edge.to);

it('lights the edges of a path with their labels, as far as it is walked', () => {
  const whole = litEdges(layout, { leaf: 2, labels: ['.7', '.6', '.5'] });
  expect(whole.map(({ label }) => label)).toEqual(['.7', '.6', '.5']);
  expect(whole.map(({ edge }) => edge.bit)).toEqual([0, 1, 0]);
  expect(whole.at(-1)?.edge.to).toBe(~2);
  expect(endsOf({ leaf: 2, steps: 1 })).toEqual([tree.left[tree.root]]);
});

it('lights of a path into a fold what is to be seen of it, and nothing of none', () => {
  expect(endsOf({ leaf: 6 })).toEqual([fold]);
  expect(endsOf(null)).toEqual([]);
});
