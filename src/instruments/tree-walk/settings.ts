import { choice, integer, real, text } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import type { EmbeddingConfig, EmbeddingText } from '../../workers/embeddings/protocol.ts';
import { WORD_TEXT_TABLE, type WordTextSettings } from '../word-texts/settings.ts';

/** Everything about the walk that a link carries. */
export interface WalkSettings extends WordTextSettings {
  readonly tree: 'huffman' | 'balanced';
  readonly dimensions: number;
  readonly window: number;
  readonly learningRate: number;
  readonly epochs: number;
  readonly seed: number;
  readonly context: string;
  readonly target: string;
  /** Nodes walked, from 1; as many as the path has or more: all. */
  readonly at: number;
  /** Step of the path whose numbers are open, from 1; 0: none. */
  readonly open: number;
  /** η of a pair that is learnt on request. */
  readonly rate: number;
}

/** No path is walked further. */
export const MOST_STEPS = 99;
/** Longest word, bytes of UTF-8. */
const WORD_BYTES = 120;
/** Range of the slider of η. */
export const LEARN_RATE = { min: 0.05, max: 1, step: 0.05 } as const;
const SEEDS = 2 ** 32 - 1;

export const WALK_TABLE: Table<WalkSettings> = {
  ...withFallbacks(WORD_TEXT_TABLE, { part: 'half', minCount: 2 }),
  tree: { key: 'tree', codec: choice('huffman', ['huffman', 'balanced']) },
  dimensions: { key: 'd', codec: integer(32, 2, 300) },
  window: { key: 'window', codec: integer(4, 1, 20) },
  learningRate: { key: 'eta', codec: real(0.05, 0.0001, 1) },
  epochs: { key: 'epochs', codec: integer(60, 1, 1000) },
  seed: { key: 'seed', codec: integer(1, 0, SEEDS) },
  context: { key: 'from', codec: text('white', WORD_BYTES) },
  target: { key: 'to', codec: text('whale', WORD_BYTES) },
  at: { key: 'at', codec: integer(MOST_STEPS, 1, MOST_STEPS) },
  open: { key: 'open', codec: integer(0, 0, MOST_STEPS) },
  rate: { key: 'rate', codec: real(0.2, LEARN_RATE.min, LEARN_RATE.max) },
};

/** Share of its tokens above which a word is left out now and then, as word2vec's authors advise for small texts. */
export const SUBSAMPLE = 1e-3;

/** The run of these settings: skip-gram, pair by pair, with the tree as its output layer. */
export function walkConfig(settings: WalkSettings, source: EmbeddingText): EmbeddingConfig {
  const { tree, dimensions, window, learningRate, epochs, seed } = settings;
  return {
    source,
    method: {
      kind: 'word2vec',
      architecture: 'skip-gram',
      output: { kind: 'hierarchical', tree },
      window,
      shrink: true,
      subsample: SUBSAMPLE,
      corrected: true,
      batched: false,
      ngrams: null,
      epochs,
    },
    dimensions,
    learningRate,
    seed,
  };
}

/** Whether two settings ask for the same run: words and places of the walk do not matter to it. */
export const runKey = (settings: WalkSettings, text: string): string =>
  JSON.stringify([
    text,
    settings.level,
    settings.ends,
    settings.part,
    settings.minCount,
    settings.words,
    settings.tree,
    settings.dimensions,
    settings.window,
    settings.learningRate,
    settings.epochs,
    settings.seed,
  ]);
