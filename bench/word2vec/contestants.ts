import { createEmbedding } from '../../src/kernels/wasm/embedding.ts';
import type { EmbeddingEngine } from '../../src/kernels/wasm/load-embedding.ts';
import type { EmbeddingCorpus } from '../../src/models/word2vec/corpus.ts';
import {
  createWord2vecTrainer,
  startWord2vec,
  type Word2vecSpec,
} from '../../src/models/word2vec/trainer.ts';
import type { EmbeddingVectors } from '../../src/models/word2vec/types.ts';
import { createPlain } from './plain.ts';
import type { ContestantName } from './plan.ts';

export interface Contestant {
  /** Sentences that are trained in one call. */
  readonly chunk: number;
  /** Learns from sentences `first` … `end` − 1. */
  train(first: number, end: number): void;
  /** Rows without padding. */
  vectors(): EmbeddingVectors;
}

export function createContestant(
  name: ContestantName,
  corpus: EmbeddingCorpus,
  spec: Word2vecSpec,
  engine: EmbeddingEngine | null,
): Contestant {
  if (name === 'plain') return plain(corpus, spec);
  if (name === 'reference') return reference(corpus, spec);
  if (!engine) throw new Error('this browser has no WebAssembly with SIMD');
  return kernel(corpus, { ...spec, batched: name === 'shared' }, engine);
}

function plain(corpus: EmbeddingCorpus, spec: Word2vecSpec): Contestant {
  const { train, input, output } = createPlain(corpus, spec);
  return {
    chunk: 1,
    train,
    vectors: () => ({ input: Float64Array.from(input), output: Float64Array.from(output) }),
  };
}

function reference(corpus: EmbeddingCorpus, spec: Word2vecSpec): Contestant {
  const trainer = createWord2vecTrainer(corpus, spec);
  return {
    chunk: 1,
    train(first, end) {
      trainer.state.sentences = first;
      for (let i = first; i < end; i++) trainer.step();
    },
    vectors: () => trainer.state,
  };
}

function kernel(corpus: EmbeddingCorpus, spec: Word2vecSpec, { module, crew }: EmbeddingEngine): Contestant {
  const { train, load, input, output, stride } = createEmbedding(module, corpus, spec, crew);
  load(startWord2vec(spec, corpus));
  const d = spec.dimensions;
  const tight = (rows: Float32Array) =>
    Float64Array.from(
      { length: (rows.length / stride) * d },
      (_, i) => rows[Math.floor(i / d) * stride + (i % d)]!,
    );
  return {
    chunk: 8 * crew.threads,
    train: (first, end) => void train(first, end, 0),
    vectors: () => ({ input: tight(input), output: tight(output) }),
  };
}
