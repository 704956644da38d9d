import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huffmanMerges } from '../../models/softmax/huffman.ts';
import { queueAt } from './queue.ts';

const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 });

describe('queueAt', () => {
  it('has at its head what the next merge takes, whatever ties there are', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const merges = huffmanMerges(values);
        for (const { node, left, right } of merges) {
          const { parts } = queueAt(values, merges, node);
          expect(parts).toHaveLength(values.length - node);
          expect(parts.slice(0, 2).map(({ id }) => id)).toEqual([left, right]);
        }
      }),
    );
  });

  it('loses no count on the way to one tree', () => {
    fc.assert(
      fc.property(counts, fc.nat(50), (values, done) => {
        const merges = huffmanMerges(values);
        const { parts } = queueAt(values, merges, done);
        const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
        expect(sum(parts.map(({ count }) => count))).toBe(sum(values));
        if (done >= merges.length) expect(parts).toHaveLength(1);
      }),
    );
  });

  it('says why equals come in their order', () => {
    const merges = huffmanMerges([1, 1, 1]);
    expect(queueAt([1, 1, 1], merges, 0)).toMatchObject({ tie: 'later-word', order: 'later-word' });
    // A word of 2, and a part of 2 made of the two others.
    expect(queueAt([2, 1, 1], huffmanMerges([2, 1, 1]), 1)).toMatchObject({ order: 'word-first', tie: null });
    const four = [1, 1, 1, 1];
    expect(queueAt(four, huffmanMerges(four), 2)).toMatchObject({ order: 'older-part' });
    expect(queueAt([5, 3, 1], huffmanMerges([5, 3, 1]), 0)).toMatchObject({ tie: null, order: null });
  });
});
