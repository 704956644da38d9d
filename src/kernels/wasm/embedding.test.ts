import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { createRandom } from '../../models/random.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { createCorpus, type EmbeddingCorpus } from '../../models/word2vec/corpus.ts';
import {
  createWord2vecTrainer,
  type OutputSpec,
  startWord2vec,
  type Word2vecSpec,
} from '../../models/word2vec/trainer.ts';
import { createArena } from './arena.ts';
import { createEmbedding } from './embedding.ts';

await buildKernels();
const module = await WebAssembly.compile(
  await readFile(new URL('./build/word2vec-simd.wasm', import.meta.url)),
);

const V = 23;
const random = createRandom(2);
const corpus = createCorpus(
  Array.from({ length: 30 }, (_, s) =>
    Array.from({ length: 3 + (s % 17) }, () => Math.min(random.integer(V), random.integer(V))),
  ),
  V,
);
const sentences = corpus.starts.length - 1;

const SPEC: Word2vecSpec = {
  architecture: 'skip-gram',
  output: { kind: 'full' },
  dimensions: 10,
  window: 3,
  shrink: true,
  subsample: 0.02,
  epochs: 2,
  learningRate: 0.2,
  floor: 1e-4,
  corrected: true,
  batched: false,
  seed: 5,
};
const OUTPUTS: readonly (readonly [string, OutputSpec])[] = [
  ['full softmax', { kind: 'full' }],
  ['Huffman tree', { kind: 'hierarchical', tree: huffmanTree(corpus.counts) }],
  ['5 negatives', { kind: 'negative', negatives: 5, exponent: 0.75 }],
  ['14 negatives, most of them twice', { kind: 'negative', negatives: 14, exponent: 2 }],
];
/** Words made of one to four rows, some of them shared. */
const lists = Array.from({ length: V }, (_, word) => [
  word,
  ...Array.from({ length: word % 4 }, (__, i) => V + ((word * i) % 9)),
]);
const withParts: EmbeddingCorpus = {
  ...corpus,
  parts: {
    count: V + 9,
    starts: Int32Array.from({ length: V + 1 }, (_, word) => lists.slice(0, word).flat().length),
    rows: Int32Array.from(lists.flat()),
  },
};
const WAYS: readonly (readonly [string, EmbeddingCorpus, Partial<Word2vecSpec>])[] = [
  ['skip-gram pair by pair', corpus, {}],
  ['skip-gram, windows sharing their negatives', corpus, { batched: true }],
  ['CBOW', corpus, { architecture: 'cbow' }],
  [
    'CBOW as word2vec has it, whole windows, all words',
    corpus,
    {
      architecture: 'cbow',
      corrected: false,
      shrink: false,
      subsample: 0,
    },
  ],
  ['skip-gram of words with parts', withParts, { batched: true }],
  ['CBOW of words with parts', withParts, { architecture: 'cbow' }],
];

describe.each(OUTPUTS)('%s', (_name, output) => {
  it.each(WAYS)(
    '%s: makes the choices of the reference, and its numbers to 32 bits',
    (_way, text, changes) => {
      const spec = { ...SPEC, ...changes, output };
      const reference = createWord2vecTrainer(text, spec);
      const kernel = createEmbedding(module, text, spec);
      kernel.load(startWord2vec(spec, text));
      for (let epoch = 0; epoch < spec.epochs; epoch++) {
        let [examples, loss] = [0, 0];
        for (let i = 0; i < sentences; i++) {
          const step = reference.step();
          examples += step.examples;
          loss += step.loss;
        }
        const found = kernel.train(0, sentences, 1);
        expect(found.examples).toBe(examples);
        expect(found.measured).toBe(examples);
        expect(Math.abs(found.loss / loss - 1)).toBeLessThan(1e-5);
      }
      const { state } = reference;
      expect([...kernel.words]).toEqual([...state.words]);
      expect(kernel.read()).toBe(state.read);
      expectRows(kernel.input, state.input, kernel.stride);
      expectRows(kernel.output, state.output, kernel.stride);
    },
  );
});

/** Rows of the stride against tight ones; beyond d there is nothing. */
function expectRows(found: Float32Array, expected: Float64Array, stride: number): void {
  const d = SPEC.dimensions;
  const scale = Math.max(...expected.map(Math.abs));
  for (let i = 0; i < found.length; i++) {
    const [row, j] = [Math.floor(i / stride), i % stride];
    if (j >= d) expect(found[i]).toBe(0);
    else expect(Math.abs(found[i]! - expected[row * d + j]!)).toBeLessThan(2e-5 * scale);
  }
}

it('keeps no data of its own where plans deal out places', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  expect((exports as { heapBase(): number }).heapBase()).toBeLessThanOrEqual(createArena().take(1));
});

it('forgets what diverged when it takes over a state', () => {
  const spec = { ...SPEC, output: { kind: 'negative', negatives: 4, exponent: 0.75 } } as const;
  const [kernel, fresh] = [1, 2].map(() => createEmbedding(module, corpus, spec));
  if (!kernel || !fresh) throw new Error('two kernels');
  const start = startWord2vec(spec, corpus);
  kernel.load({ ...start, input: start.input.map(() => Number.NaN) });
  expect(kernel.train(0, 5, 1).loss).toBeNaN();
  for (const each of [kernel, fresh]) each.load(start);
  expect(kernel.train(0, sentences, 1)).toEqual(fresh.train(0, sentences, 1));
  expect(kernel.input).toEqual(fresh.input);
});

it('takes the loss of the sentences that it is told to, and is not changed by that', () => {
  const spec = { ...SPEC, output: { kind: 'negative', negatives: 3, exponent: 0.75 } } as const;
  const kernels = [1, 4, 0].map((measure) => {
    const kernel = createEmbedding(module, corpus, spec);
    kernel.load(startWord2vec(spec, corpus));
    return { kernel, stats: kernel.train(0, sentences, measure) };
  });
  const [all, some, none] = kernels.map(({ stats }) => stats.measured);
  expect(all).toBeGreaterThan(some ?? 0);
  expect(some).toBeGreaterThan(0);
  expect(none).toBe(0);
  for (const { kernel } of kernels) expect(kernel.input).toEqual(kernels[0]?.kernel.input);
});
