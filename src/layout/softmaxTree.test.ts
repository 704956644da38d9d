import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huffmanTree } from '../models/softmax/huffman.ts';
import { balancedTree, depthOf } from '../models/softmax/tree.ts';
import { SOFTMAX_TREE, type SoftmaxTreeLayout, type SoftmaxTreeNode, softmaxTree } from './softmaxTree.ts';
import { type Folds, foldAllBut, mostFrequent } from './softmaxTreeFolds.ts';
import { softmaxTreeSums } from './softmaxTreeSums.ts';

const wordsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => (i % 3 === 0 ? `词语很长${i}` : `w${i}`));

function layoutOf(
  counts: readonly number[],
  keep: number | null,
  words = wordsOf(counts.length),
): SoftmaxTreeLayout {
  const tree = huffmanTree(counts);
  const folds: Folds = keep === null ? new Set() : foldAllBut(tree, mostFrequent(counts, keep));
  return softmaxTree({
    tree,
    sums: softmaxTreeSums(tree, counts),
    counts,
    words,
    folds,
    format: String,
    more: (count) => `… ${count} more words`,
  });
}

/** Neighbours on a level stand clear of each other. */
function expectClear({ nodes }: SoftmaxTreeLayout): void {
  const levels = new Map<number, SoftmaxTreeLayout['nodes'][number][]>();
  for (const node of nodes) levels.set(node.depth, [...(levels.get(node.depth) ?? []), node]);
  for (const level of levels.values()) {
    level.sort((a, b) => a.x - b.x);
    level.slice(1).forEach((node, i) => {
      const before = level[i];
      if (before) expect(node.x - node.width / 2).toBeGreaterThan(before.x + before.width / 2);
    });
  }
}

/** A leaf stands at its depth; every node one level under its parent, on the side of its turn. */
function expectPlaced({ tree, byId }: SoftmaxTreeLayout, node: SoftmaxTreeNode): void {
  if (node.kind === 'leaf') expect(node.depth).toBe(depthOf(tree, ~node.id));
  const parent = node.parent === null ? undefined : byId.get(node.parent);
  if (!parent) return;
  expect(node.y - parent.y).toBeCloseTo(SOFTMAX_TREE.level);
  expect(Math.sign(node.x - parent.x)).toBe(node.bit === 0 ? -1 : 1);
}

const lists = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 80 });

describe('softmaxTree', () => {
  it('draws every leaf at its depth, left turns to the left, nothing over anything', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const layout = layoutOf(counts, null);
        expect(layout.nodes.filter(({ kind }) => kind === 'leaf')).toHaveLength(counts.length);
        expect(layout.edges).toHaveLength(2 * counts.length - 2);
        expectClear(layout);
        for (const node of layout.nodes) expectPlaced(layout, node);
      }),
    );
  });

  it('stands within its size', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const { nodes, width, height } = layoutOf(counts, 5);
        for (const { x, y, ...node } of nodes) {
          expect(x - node.width / 2).toBeGreaterThanOrEqual(0);
          expect(x + node.width / 2).toBeLessThanOrEqual(width);
          expect(y - node.height / 2).toBeGreaterThanOrEqual(0);
          expect(y + node.height / 2 + SOFTMAX_TREE.number + 8).toBeLessThanOrEqual(height);
        }
      }),
    );
  });

  it('shows the frequent words of a large vocabulary, all others under folds that say how many they are', () => {
    const counts = Array.from({ length: 10_000 }, (_, i) => Math.ceil(60_000 / (i + 1)));
    const layout = layoutOf(counts, 14);
    const words = layout.nodes.filter(({ kind }) => kind === 'leaf');
    expect(words.map(({ id }) => ~id).sort((a, b) => a - b)).toEqual(expect.arrayContaining([0, 1, 2, 13]));
    const folds = layout.nodes.filter(({ kind }) => kind === 'folded');
    expect(folds.reduce((sum, { leaves }) => sum + leaves, words.length)).toBe(10_000);
    expect(layout.nodes.length).toBeLessThan(80);
    expect(folds[0]?.label).toMatch(/^… \d+ more words$/);
    expectClear(layout);
  });

  it('draws a tree as deep as it has leaves, one word, and words too long for a box', () => {
    const deep = layoutOf(
      Array.from({ length: 300 }, (_, i) => 2 ** i),
      null,
    );
    expect(deep.height).toBeGreaterThan(299 * SOFTMAX_TREE.level);
    expectClear(deep);
    expect(layoutOf([3], null)).toMatchObject({ nodes: [{ id: ~0, kind: 'leaf', parent: null }], edges: [] });
    const long = layoutOf([3, 1], null, ['中华人民共和国全国人民代表大会常务委员会', 'x']);
    expect(long.byId.get(~0)).toMatchObject({ clipped: true });
    expect(long.byId.get(~0)?.label).toMatch(/^中华.*…$/);
  });

  it('ends its edges in their nodes and puts labels beside them, clear of the level above and below', () => {
    const tree = balancedTree(8);
    const counts = new Array(8).fill(1);
    const { edges, byId } = softmaxTree({
      tree,
      sums: softmaxTreeSums(tree, counts),
      counts,
      words: wordsOf(8),
      folds: new Set(),
      format: String,
      more: String,
    });
    for (const { from, to, path, label } of edges) {
      const [parent, child] = [byId.get(from), byId.get(to)];
      if (!parent || !child) throw new Error('an edge without an end');
      const [x0, y0, ...rest] = path.match(/[\d.]+/g)?.map(Number) ?? [];
      expect(Math.hypot((x0 ?? 0) - parent.x, (y0 ?? 0) - parent.y)).toBeLessThan(0.2);
      expect(Math.hypot((rest.at(-2) ?? 0) - child.x, (rest.at(-1) ?? 0) - child.y)).toBeLessThan(0.2);
      // Half of the label's height away from the number under a word, and from the box of the child.
      const half = SOFTMAX_TREE.label.height / 2;
      expect(label.y - half - parent.y).toBeGreaterThan(SOFTMAX_TREE.box / 2 + SOFTMAX_TREE.number + 4);
      expect(child.y - SOFTMAX_TREE.box / 2 - label.y - half).toBeGreaterThan(2);
    }
  });
});
