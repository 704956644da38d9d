import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { leafLogProbabilities, leafLogProbability, walkTree } from '../../models/softmax/hierarchical.ts';
import type { EmbeddingView } from '../../workers/embeddings/protocol.ts';
import { pairOf, placeOf, treeOf, walkOf } from './view.ts';

const COUNTS = Int32Array.of(40, 12, 9, 4, 1);
const WORDS = ['the', 'whale', 'sea', 'white', 'durian'];
const tree = treeOf('huffman', COUNTS);
const random = createRandom(5);
const scores = {
  tree,
  vectors: Float64Array.from({ length: 12 }, () => random.normal()),
  hidden: Float64Array.from({ length: 3 }, () => random.normal()),
};

function viewOf(target: number): EmbeddingView {
  const prediction = {
    inputs: [3],
    target,
    hidden: scores.hidden,
    logProbability: leafLogProbability(scores, target),
    steps: walkTree(scores, target),
    logProbabilities: leafLogProbabilities(scores),
  };
  return { neighbours: [], input: [], output: [], prediction, moved: null, texts: [] };
}

describe('the walk of a frame', () => {
  it('has a product that is P, and leaves that sum to 1', () => {
    const walk = walkOf(viewOf(4), { context: 3, target: 4 });
    expect(walk?.path.at(-1)?.product).toBeCloseTo(walk?.probability ?? 0, 12);
    expect(walk?.probabilities[4]).toBeCloseTo(walk?.probability ?? 0, 12);
    expect(walk?.sum).toBeCloseTo(1, 12);
  });

  it('is none while the frame still shows another pair', () => {
    expect(walkOf(viewOf(4), { context: 3, target: 1 })).toBeNull();
    expect(walkOf(viewOf(4), { context: 2, target: 4 })).toBeNull();
    expect(walkOf(null, { context: 3, target: 4 })).toBeNull();
  });

  it('stays on the path', () => {
    expect(placeOf(99, tree, 4)).toBe(4);
    expect(placeOf(0, tree, 4)).toBe(1);
    expect(placeOf(99, tree, 0)).toBe(1);
  });
});

it('a word that a vocabulary lacks gives way to one that it has', () => {
  expect(pairOf(WORDS, { context: 'white', target: 'whale' })).toEqual({ context: 3, target: 1 });
  expect(pairOf(WORDS, { context: '鲸', target: 'x' })).toEqual({ context: 4, target: 4 });
});
