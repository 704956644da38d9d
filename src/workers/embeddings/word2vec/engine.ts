import type { Crew } from '../../../kernels/wasm/crew.ts';
import { createEmbedding } from '../../../kernels/wasm/embedding.ts';
import { createWord2vecTrainer, type Word2vecState } from '../../../models/word2vec/trainer.ts';
import type { Layer } from '../view/layer.ts';
import type { Word2vecSetup } from './setup.ts';

/** What computes word2vec. Everything in it is live. */
export interface Word2vecEngine {
  readonly input: Layer;
  readonly output: Layer;
  /** The generator's four words; of several threads, the first one's. */
  readonly words: Uint32Array;
  /** How many learn at the same time, each from sentences of its own. */
  readonly threads: number;
  /** Words read so far. */
  read(): number;
  /**
   * Learns the next sentences of an epoch, numbers `first` … `end` − 1 of the corpus. What comes back is of the examples whose loss
   * was taken, which need not be all: how many, and the sum of their losses, nats.
   */
  learn(first: number, end: number): { readonly examples: number; readonly loss: number };
  dispose(): void;
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
    threads: 1,
    read: () => state.read,
    learn(first, end) {
      let [examples, loss] = [0, 0];
      for (let sentence = first; sentence < end; sentence++) {
        const found = trainer.step();
        examples += found.examples;
        loss += found.loss;
      }
      return { examples, loss };
    },
    dispose() {},
  };
}

/** Sentences of a whole run from which on a point of its curve is a mean over hundreds of them. */
const LONG_RUN = 2 ** 17;
/** Of a long run the loss of so many sentences is taken, one of them: it costs a fifth of the time that learning takes. */
const MEASURE = 8;

/** Its twin in 32 bits. Throws a RangeError when the memory cannot be had. */
export function wasmEngine(
  { module, crew }: { readonly module: WebAssembly.Module; readonly crew: Crew },
  { corpus, spec, inputs, outputs }: Word2vecSetup,
  state: Word2vecState,
): Word2vecEngine {
  const kernel = createEmbedding(module, corpus, spec, crew);
  kernel.load(state);
  const layer = { stride: kernel.stride, dimensions: spec.dimensions };
  const measure = spec.epochs * (corpus.starts.length - 1) < LONG_RUN ? 1 : MEASURE;
  return {
    input: { ...layer, values: kernel.input, rows: inputs },
    output: { ...layer, values: kernel.output, rows: outputs },
    words: kernel.words,
    threads: crew.threads,
    read: kernel.read,
    learn(first, end) {
      const { measured, loss } = kernel.train(first, end, measure);
      return { examples: measured, loss };
    },
    dispose: kernel.dispose,
  };
}
