import { createRandom } from '../../src/models/random.ts';
import type { EmbeddingCorpus } from '../../src/models/word2vec/corpus.ts';
import { keepProbabilities } from '../../src/models/word2vec/subsample.ts';
import { startWord2vec, type Word2vecSpec } from '../../src/models/word2vec/trainer.ts';
import { createPlainLayer } from './plain-layer.ts';

/**
 * word2vec in plain JavaScript, the way it is usually written: typed arrays of 32 bits, loops in place, σ and noise from tables,
 * nothing made while it trains. The peer of the kernels in the bench.
 */
export interface Plain {
  readonly input: Float32Array;
  readonly output: Float32Array;
  /** Learns from sentences `first` … `end` − 1. */
  train(first: number, end: number): void;
}

function addRow(to: Float32Array, at: number, from: Float32Array, start: number, d: number): void {
  for (let j = 0; j < d; j++) to[at + j]! += from[start + j]!;
}

export function createPlain(corpus: EmbeddingCorpus, spec: Word2vecSpec): Plain {
  const { dimensions: d, window } = spec;
  const { ids, starts } = corpus;
  const start = startWord2vec(spec, corpus);
  const [input, output] = [Float32Array.from(start.input), Float32Array.from(start.output)];
  const random = createRandom(spec.seed);
  const keep = keepProbabilities(corpus.counts, spec.subsample);
  const layer = createPlainLayer(spec, corpus.counts, output);
  const kept = new Int32Array(1000);
  const mean = new Float32Array(d);
  let read = 0;

  const skipGram = (position: number, first: number, end: number, rate: number) => {
    for (let i = first; i < end; i++) {
      if (i === position) continue;
      const row = kept[i]! * d;
      addRow(input, row, layer.learn(kept[position]!, input, row, rate), 0, d);
    }
  };
  const cbow = (position: number, first: number, end: number, rate: number) => {
    mean.fill(0);
    for (let i = first; i < end; i++) if (i !== position) addRow(mean, 0, input, kept[i]! * d, d);
    for (let j = 0; j < d; j++) mean[j]! /= end - first - 1;
    const back = layer.learn(kept[position]!, mean, 0, rate);
    for (let i = first; i < end; i++) if (i !== position) addRow(input, kept[i]! * d, back, 0, d);
  };
  const learnWindow = spec.architecture === 'cbow' ? cbow : skipGram;

  const learnSentence = (from: number, to: number, rate: number) => {
    let count = 0;
    for (let i = from; i < to; i++) if (random.next() < keep[ids[i]!]!) kept[count++] = ids[i]!;
    for (let position = 0; position < count; position++) {
      const reach = 1 + random.integer(window);
      const first = Math.max(0, position - reach);
      const end = Math.min(count, position + reach + 1);
      if (end - first > 1) learnWindow(position, first, end, rate);
    }
  };
  return {
    input,
    output,
    train(first, end) {
      for (let sentence = first; sentence < end; sentence++) {
        const [from, to] = [starts[sentence]!, starts[sentence + 1]!];
        const share = 1 - read / (spec.epochs * ids.length);
        learnSentence(from, to, spec.learningRate * Math.max(spec.floor, share));
        read += to - from;
      }
    },
  };
}
