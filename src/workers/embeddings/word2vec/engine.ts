import { createEmbedding, type EmbeddingKernel } from '../../../kernels/wasm/embedding.ts';
import { createWord2vecTrainer, type Word2vecState } from '../../../models/word2vec/trainer.ts';
import type { Layer } from '../view/layer.ts';
import type { Word2vecSetup } from './setup.ts';

/** What computes word2vec. Everything in it is live. */
export interface Word2vecEngine {
  readonly input: Layer;
  readonly output: Layer;
  /** The generator's four words. */
  readonly words: Uint32Array;
  /** Words read so far. */
  read(): number;
  /** Learns the next sentence, number `sentence` of the corpus. The loss is that of all examples, nats. */
  learn(sentence: number): { readonly examples: number; readonly loss: number };
}

/** The readable trainer, in 64 bits. Goes on from `state`, which it takes for its own. */
export function referenceEngine(
  { corpus, spec, inputs, outputs }: Word2vecSetup,
  state: Word2vecState,
): Word2vecEngine {
  const { dimensions } = spec;
  const trainer = createWord2vecTrainer(corpus, spec, state);
  const layer = { stride: dimensions, dimensions };
  return {
    input: { ...layer, values: state.input, rows: inputs },
    output: { ...layer, values: state.output, rows: outputs },
    words: state.words,
    read: () => state.read,
    learn: () => trainer.step(),
  };
}

/** Its twin in 32 bits. Throws a RangeError when the memory cannot be had. */
export function wasmEngine(
  module: WebAssembly.Module,
  { corpus, spec, inputs, outputs }: Word2vecSetup,
  state: Word2vecState,
): Word2vecEngine {
  const kernel: EmbeddingKernel = createEmbedding(module, corpus, spec);
  kernel.load(state);
  const layer = { stride: kernel.stride, dimensions: spec.dimensions };
  return {
    input: { ...layer, values: kernel.input, rows: inputs },
    output: { ...layer, values: kernel.output, rows: outputs },
    words: kernel.words,
    read: kernel.read,
    learn: (sentence) => kernel.train(sentence, sentence + 1, 1),
  };
}
