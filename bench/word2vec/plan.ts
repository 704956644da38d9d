import { huffmanTree } from '../../src/models/softmax/huffman.ts';
import type { Word2vecSpec } from '../../src/models/word2vec/trainer.ts';

/** What is measured: two architectures, two output layers. */
export const CASES = ['sg-ns', 'sg-hs', 'cbow-ns', 'cbow-hs'] as const;
export type Case = (typeof CASES)[number];

export const TITLES: Readonly<Record<Case, string>> = {
  'sg-ns': 'Skip-gram, 5 negatives',
  'sg-hs': 'Skip-gram, Huffman tree',
  'cbow-ns': 'CBOW, 5 negatives',
  'cbow-hs': 'CBOW, Huffman tree',
};

/** Who takes part, the peer first. */
export const CONTESTANTS = ['plain', 'reference', 'simd', 'relaxed', 'shared', 'threads'] as const;
export type ContestantName = (typeof CONTESTANTS)[number];

export const HEADINGS: Readonly<Record<ContestantName, string>> = {
  plain: 'Plain JavaScript',
  reference: 'Reference TypeScript',
  simd: 'WASM SIMD',
  relaxed: 'WASM relaxed SIMD',
  shared: 'WASM relaxed SIMD, a window shares its negatives',
  threads: 'WASM relaxed SIMD, 2 threads',
};

/** Only skip-gram with negative sampling has something to share. */
export const takesPart = (name: ContestantName, of: Case): boolean => name !== 'shared' || of === 'sg-ns';

export function specOf(of: Case, counts: Int32Array): Word2vecSpec {
  return {
    architecture: of.startsWith('sg') ? 'skip-gram' : 'cbow',
    output: of.endsWith('hs')
      ? { kind: 'hierarchical', tree: huffmanTree(counts) }
      : { kind: 'negative', negatives: 5, exponent: 0.75 },
    dimensions: 100,
    window: 5,
    shrink: true,
    subsample: 1e-3,
    epochs: 5,
    learningRate: of.startsWith('sg') ? 0.025 : 0.05,
    floor: 1e-4,
    corrected: false,
    batched: false,
    seed: 1,
  };
}
