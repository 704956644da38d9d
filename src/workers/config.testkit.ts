import { DEFAULT_LSTM } from '../models/cells/roles.ts';
import type { RunConfig } from './protocol.ts';

export const ADAM = { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

const TEXT = 'the cat which already ate the fish was full. the cats which already ate the fish were full. ';

/** A run that is over in milliseconds. */
export const TEXT_CONFIG: RunConfig = {
  task: { kind: 'next-symbol', text: TEXT.repeat(3), level: 'character', vocabulary: 30 },
  cell: DEFAULT_LSTM,
  hidden: 5,
  layers: 2,
  directions: 'forward',
  batch: 3,
  steps: 7,
  optimizer: ADAM,
  clip: 1,
  biases: { forget: 1 },
  seed: 42,
};

/** With all that a language model may want besides. */
export const DROPOUT_CONFIG: RunConfig = {
  ...TEXT_CONFIG,
  dropout: 0.1,
  schedule: { kind: 'cosine', over: 400, floor: 0.1, warmup: 5 },
};

/** Both ways, with sequences of different lengths. */
export const TAGGING_CONFIG: RunConfig = {
  ...TEXT_CONFIG,
  task: { kind: 'generated', spec: { name: 'names', split: 'train' } },
  directions: 'concat',
  layers: 1,
  batch: 6,
};

export const RECALL_CONFIG: RunConfig = {
  ...TEXT_CONFIG,
  task: { kind: 'recall', symbols: 4, delay: 5 },
  layers: 1,
  batch: 6,
};
