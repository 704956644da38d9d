import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedTree, codeOf, createTree, depthOf, entropyBits, expectedDepth } from './tree.ts';

const leaves = fc.integer({ min: 1, max: 200 });

describe('balancedTree', () => {
  it('has depths that differ by one at the most, around log₂ V', () => {
    fc.assert(
      fc.property(leaves, (count) => {
        const tree = balancedTree(count);
        const depths = Array.from({ length: count }, (_, leaf) => depthOf(tree, leaf));
        expect(Math.min(...depths)).toBeGreaterThanOrEqual(Math.floor(Math.log2(count)));
        expect(Math.max(...depths)).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
        expect(tree.left).toHaveLength(count - 1);
      }),
    );
  });

  it('gives eight classes their numbers in binary', () => {
    const tree = balancedTree(8);
    expect(Array.from({ length: 8 }, (_, leaf) => codeOf(tree, leaf))).toEqual([
      '000',
      '001',
      '010',
      '011',
      '100',
      '101',
      '110',
      '111',
    ]);
  });

  it.each([0, -1, 1.5, Number.NaN])('has no tree of %s leaves', (count) => {
    expect(() => balancedTree(count)).toThrow(RangeError);
  });
});

describe('createTree', () => {
  it('finds the path of every leaf from the root', () => {
    const tree = createTree(3, 1, Int32Array.of(~0, ~1), Int32Array.of(~2, 0));
    expect([0, 1, 2].map((leaf) => codeOf(tree, leaf))).toEqual(['10', '0', '11']);
    expect([...tree.nodes]).toEqual([1, 0, 1, 1, 0]);
  });

  it.each([
    ['a leaf twice', Int32Array.of(~0, ~0), Int32Array.of(~2, 0)],
    ['a circle', Int32Array.of(1, 0), Int32Array.of(~0, ~1)],
    ['a leaf that is none', Int32Array.of(~0, ~9), Int32Array.of(~2, 0)],
  ])('refuses %s', (_what, left, right) => {
    expect(() => createTree(3, 1, left, right)).toThrow(RangeError);
  });

  it('takes a tree as deep as it has leaves', () => {
    const last = 1999;
    const left = Int32Array.from({ length: last }, (_, i) => ~i);
    const right = Int32Array.from({ length: last }, (_, i) => (i === last - 1 ? ~last : i + 1));
    const chain = createTree(last + 1, 0, left, right);
    expect([0, 1, last].map((leaf) => depthOf(chain, leaf))).toEqual([1, 2, last]);
  });
});

it('entropy of even chances is log₂ of their number, and of certainty 0', () => {
  expect(entropyBits([3, 3, 3, 3])).toBe(2);
  expect(entropyBits([7, 0])).toBe(0);
  expect(expectedDepth(balancedTree(4), [5, 1, 1, 1])).toBe(2);
});
