import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huffmanTree } from '../models/softmax/huffman.ts';
import type { SoftmaxTree } from '../models/softmax/tree.ts';
import {
  type Folds,
  foldAllBut,
  foldAt,
  mostFrequent,
  revealLeaf,
  unfoldAt,
  unfoldMost,
} from './softmaxTreeFolds.ts';
import { softmaxTreeSums } from './softmaxTreeSums.ts';

const pathOf = ({ nodes, starts }: SoftmaxTree, leaf: number) =>
  nodes.subarray(starts[leaf], starts[leaf + 1]);
const isSeen = (tree: SoftmaxTree, folds: Folds, leaf: number) =>
  !pathOf(tree, leaf).some((node) => folds.has(node));
const seen = (tree: SoftmaxTree, folds: Folds) =>
  Array.from({ length: tree.leaves }, (_, leaf) => leaf).filter((leaf) => isSeen(tree, folds, leaf));

const cases = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 60 }),
  keep: fc.integer({ min: 0, max: 12 }),
  pick: fc.nat(),
});

describe('folds of a softmax tree', () => {
  it('shows the words that are kept, and folds no subtree that holds one', () => {
    fc.assert(
      fc.property(cases, ({ counts, keep }) => {
        const tree = huffmanTree(counts);
        const kept = mostFrequent(counts, keep);
        const shown = seen(tree, foldAllBut(tree, kept));
        expect(shown).toEqual(expect.arrayContaining([...kept]));
        // What else is seen hangs directly beside a path that is open.
        for (const leaf of shown) {
          const parent = pathOf(tree, leaf).at(-1);
          expect(kept.some((one) => pathOf(tree, one).includes(parent ?? -1))).toBe(true);
        }
      }),
    );
  });

  it('opens the way to a word, and shows besides only what hangs on it', () => {
    fc.assert(
      fc.property(cases, ({ counts, keep, pick }) => {
        const tree = huffmanTree(counts);
        const folds = foldAllBut(tree, mostFrequent(counts, keep));
        const leaf = pick % counts.length;
        const opened = revealLeaf(tree, folds, leaf);
        expect(isSeen(tree, opened, leaf)).toBe(true);
        const before = new Set(seen(tree, folds));
        const parents = new Set(pathOf(tree, leaf));
        for (const other of seen(tree, opened)) {
          if (!before.has(other)) expect(parents.has(pathOf(tree, other).at(-1) ?? -1)).toBe(true);
        }
        expect(seen(tree, opened)).toEqual(expect.arrayContaining([...before]));
      }),
    );
  });

  it('opens again what was shut as it was', () => {
    const counts = Array.from({ length: 40 }, (_, i) => 100 - i);
    const tree = huffmanTree(counts);
    const sums = softmaxTreeSums(tree, counts);
    const folds = foldAllBut(tree, mostFrequent(counts, 6));
    const shut = foldAt(folds, tree.root);
    expect(seen(tree, shut)).toEqual([]);
    expect(unfoldAt(tree, sums, shut, tree.root)).toEqual(folds);
  });

  it('opens two levels of what was never open', () => {
    const counts = new Array(16).fill(1);
    const tree = huffmanTree(counts);
    const opened = unfoldAt(tree, softmaxTreeSums(tree, counts), new Set([tree.root]), tree.root);
    expect(opened.size).toBe(4);
  });

  it('opens the heaviest until enough is to be seen', () => {
    const counts = Array.from({ length: 500 }, (_, i) => Math.ceil(5000 / (i + 1)));
    const tree = huffmanTree(counts);
    const sums = softmaxTreeSums(tree, counts);
    const folds = unfoldMost(tree, sums, 60);
    expect(seen(tree, folds).length + folds.size).toBe(60);
    expect(seen(tree, folds)).toEqual(expect.arrayContaining([0, 1, 2, 3, 4]));
    expect(unfoldMost(tree, sums, 500).size).toBe(0);
  });
});
