import { expect, it } from 'vitest';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { createCorpus } from '../../models/word2vec/corpus.ts';
import { createWord2vecTrainer } from '../../models/word2vec/trainer.ts';
import { movedNodes } from './moved.ts';

it('one pair moves the nodes of its path and no other', () => {
  const corpus = createCorpus(
    [
      [3, 4],
      [0, 0, 0, 0, 0, 1, 1, 1, 2, 2],
    ],
    5,
  );
  const tree = huffmanTree(corpus.counts);
  const trainer = createWord2vecTrainer(corpus, {
    architecture: 'cbow',
    output: { kind: 'hierarchical', tree },
    dimensions: 3,
    window: 1,
    shrink: false,
    subsample: 0,
    epochs: 1,
    learningRate: 0.1,
    floor: 1,
    corrected: true,
    batched: false,
    seed: 1,
  });
  // The sentence of two words: each is foretold once.
  trainer.step();
  const rows = Int32Array.from(
    [0, 1, 2, 3].filter((node) => trainer.state.output.subarray(3 * node, 3 * node + 3).some((v) => v !== 0)),
  );
  const path = (leaf: number) => [...tree.nodes.subarray(tree.starts[leaf], tree.starts[leaf + 1])];
  const all = [...new Set([...path(3), ...path(4)])].sort((a, b) => a - b);
  const { moved, still, onPath } = movedNodes(
    { step: 1, sentence: [3, 4], rows, distances: Float64Array.from(rows, () => 0.1), of: 4 },
    path(3),
  );
  expect([...rows]).toEqual(all);
  expect(moved + still).toBe(4);
  expect(onPath).toEqual(path(3));
});
