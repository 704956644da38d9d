import { choice, flag, integer, real, text } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import type { EmbeddingConfig, EmbeddingText, OutputChoice } from '../../workers/embeddings/protocol.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';

export const ARCHITECTURES = ['skip-gram', 'cbow'] as const;
export const OUTPUTS = ['full', 'huffman', 'balanced', 'negative'] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** How vectors are learnt: what a config says besides its text. */
export interface LearningSettings {
  readonly architecture: (typeof ARCHITECTURES)[number];
  /** Full softmax, a tree of either kind, or negative sampling. */
  readonly output: OutputName;
  /** K and a of negative sampling. */
  readonly negatives: number;
  readonly exponent: number;
  /** Whether the pairs of a window share their noise words: faster, and as good (skip-gram with negative sampling). */
  readonly shared: boolean;
  readonly dimensions: number;
  readonly window: number;
  readonly shrink: boolean;
  /** t of subsampling; 0: none. */
  readonly subsample: number;
  readonly rate: number;
  readonly epochs: number;
  readonly seed: number;
  /** Several learn at a time where memory can be shared, and no two runs are alike. */
  readonly threads: number;
}

/** Everything about a live run and what is looked at in it. */
export interface LiveWordSettings extends WordTextSettings, LearningSettings {
  /** Words whose neighbours are listed, on the map, and pairs with arrows; empty: chosen for the text. */
  readonly look: string;
  readonly mapped: string;
  readonly pairs: string;
  /** The word selected; empty: the first one listed. */
  readonly at: string;
}

const LINK_BYTES = 1024;

export const LIMITS = {
  negatives: { min: 1, max: 50 },
  exponent: { min: -2, max: 2 },
  dimensions: { min: 2, max: 300 },
  window: { min: 1, max: 20 },
  subsample: { min: 0, max: 1 },
  rate: { min: 0.000001, max: 100 },
  epochs: { min: 1, max: 1000 },
  seed: { min: 0, max: 4294967295 },
  threads: { min: 1, max: 4 },
} as const;

export const LEARNING_TABLE: Table<LearningSettings> = {
  architecture: { key: 'way', codec: choice('skip-gram', ARCHITECTURES) },
  output: { key: 'out', codec: choice('huffman', OUTPUTS) },
  negatives: { key: 'k', codec: integer(5, LIMITS.negatives.min, LIMITS.negatives.max) },
  exponent: { key: 'a', codec: real(0.75, LIMITS.exponent.min, LIMITS.exponent.max) },
  shared: { key: 'shared', codec: flag(false) },
  dimensions: { key: 'd', codec: integer(64, LIMITS.dimensions.min, LIMITS.dimensions.max) },
  window: { key: 'window', codec: integer(3, LIMITS.window.min, LIMITS.window.max) },
  shrink: { key: 'shrink', codec: flag(true) },
  subsample: { key: 't', codec: real(0.001, LIMITS.subsample.min, LIMITS.subsample.max) },
  rate: { key: 'rate', codec: real(0.05, LIMITS.rate.min, LIMITS.rate.max) },
  epochs: { key: 'epochs', codec: integer(30, LIMITS.epochs.min, LIMITS.epochs.max) },
  seed: { key: 'seed', codec: integer(1, LIMITS.seed.min, LIMITS.seed.max) },
  threads: { key: 'threads', codec: integer(1, LIMITS.threads.min, LIMITS.threads.max) },
};

/**
 * A lesson puts its own defaults in by `withFallbacks`. These were found by measurement: on the built-in texts of 200,000 words the
 * tree needs fewer epochs than negative sampling does, and words that occur fewer than ten times have learnt too little to be
 * anybody's neighbour.
 */
export const LIVE_WORD_TABLE: Table<LiveWordSettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { source: 'state-of-the-union', minCount: 10 }),
  ...LEARNING_TABLE,
  look: { key: 'look', codec: text('', LINK_BYTES) },
  mapped: { key: 'map', codec: text('', LINK_BYTES) },
  pairs: { key: 'pairs', codec: text('', LINK_BYTES) },
  at: { key: 'at', codec: text('', 100) },
};

function outputOf({ output, negatives, exponent }: LearningSettings): OutputChoice {
  switch (output) {
    case 'full':
      return { kind: 'full' };
    case 'negative':
      return { kind: 'negative', negatives, exponent };
    case 'huffman':
    case 'balanced':
      return { kind: 'hierarchical', tree: output };
  }
}

/** Only pairs with noise words have some to share. */
export const canShare = ({
  architecture,
  output,
}: Pick<LearningSettings, 'architecture' | 'output'>): boolean =>
  architecture === 'skip-gram' && output === 'negative';

/** What the worker is asked to learn from a text. */
export function configOf(settings: LearningSettings, source: EmbeddingText): EmbeddingConfig {
  const { architecture, window, shrink, subsample, epochs } = settings;
  return {
    source,
    method: {
      kind: 'word2vec',
      architecture,
      output: outputOf(settings),
      window,
      shrink,
      subsample,
      // As word2vec and gensim have it: CBOW's inputs each get the whole gradient.
      corrected: false,
      batched: settings.shared && canShare(settings),
      ngrams: null,
      epochs,
    },
    dimensions: settings.dimensions,
    learningRate: settings.rate,
    seed: settings.seed,
    ...(settings.threads > 1 ? { threads: settings.threads } : {}),
  };
}
