import type { ComponentProps } from 'react';
import type { TrainBar } from '../instruments/embeddings/TrainBar.tsx';

type Config = NonNullable<ComponentProps<typeof TrainBar>['state']>['config'];

const TEXT = [
  'the king and the queen ruled the land',
  'the queen and the king lived in the castle',
  'a cat and a dog slept in the house',
  'the dog chased the cat around the house',
  'the prince and the princess lived in the castle',
  'the king gave the prince a horse',
  'the queen gave the princess a cat',
  'a horse and a dog ran over the land',
].join('. ');

/** A run that is over in a second. */
export const EMBEDDING_CONFIG: Config = {
  source: { text: `${TEXT}. `.repeat(4), level: 'word', ends: 'sentences', minCount: 1, words: 1000 },
  method: {
    kind: 'word2vec',
    architecture: 'skip-gram',
    output: { kind: 'hierarchical', tree: 'huffman' },
    window: 3,
    shrink: true,
    subsample: 0,
    corrected: true,
    batched: false,
    ngrams: null,
    epochs: 400,
  },
  dimensions: 12,
  learningRate: 0.05,
  seed: 1,
};
