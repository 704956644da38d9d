import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { createRandom } from '../../models/random.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { createCorpus } from '../../models/word2vec/corpus.ts';
import { type OutputSpec, startWord2vec, type Word2vecSpec } from '../../models/word2vec/trainer.ts';
import { ALONE, createCrew } from './crew.ts';
import { createEmbedding, type EmbeddingKernel } from './embedding.ts';
import { createTestThread } from './wasm.testkit.ts';

await buildKernels();
const [alone, threaded] = await Promise.all(
  ['simd', 'simd-threads'].map(async (gear) =>
    WebAssembly.compile(await readFile(new URL(`./build/word2vec-${gear}.wasm`, import.meta.url))),
  ),
);
if (!alone || !threaded) throw new Error('two builds');
const crews = await Promise.all([2, 3].map((threads) => createCrew(threaded, threads, createTestThread)));
afterAll(() => {
  for (const crew of crews) crew.dispose();
});

/** Two topics of four words each: words of one topic stand together and never with the other's. */
const random = createRandom(1);
const corpus = createCorpus(
  Array.from({ length: 150 }, (_, s) => Array.from({ length: 20 }, () => (s % 2) * 4 + random.integer(4))),
  8,
);
const sentences = corpus.starts.length - 1;
const SPEC: Word2vecSpec = {
  architecture: 'skip-gram',
  output: { kind: 'negative', negatives: 4, exponent: 0.75 },
  dimensions: 8,
  window: 2,
  shrink: false,
  subsample: 0,
  epochs: 20,
  learningRate: 0.1,
  floor: 1e-4,
  corrected: true,
  batched: false,
  seed: 3,
};
/** Of 20 words with two on either side: all but those that lack one or two neighbours. */
const PAIRS = sentences * (20 * 4 - 2 * (2 + 1));

function cosine({ input, stride }: EmbeddingKernel, a: number, b: number): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let j = 0; j < stride; j++) {
    const [x, y] = [input[a * stride + j] ?? 0, input[b * stride + j] ?? 0];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

const OUTPUTS: readonly OutputSpec[] = [
  SPEC.output,
  { kind: 'hierarchical', tree: huffmanTree(corpus.counts) },
  { kind: 'full' },
];

describe.each([[1, alone, ALONE] as const, ...crews.map((crew) => [crew.threads, threaded, crew] as const)])(
  '%i threads',
  (_threads, module, crew) => {
    it.each(OUTPUTS.map((output) => [output.kind, output] as const))(
      '%s: every pair once an epoch, and what belongs together comes together',
      (_kind, output) => {
        const spec = { ...SPEC, output };
        const kernel = createEmbedding(module, corpus, spec, crew);
        kernel.load(startWord2vec(spec, corpus));
        let loss = Number.NaN;
        for (let epoch = 0; epoch < spec.epochs; epoch++) {
          const [first, second] = [kernel.train(0, 71, 1), kernel.train(71, sentences, 1)];
          expect(first.examples + second.examples).toBe(PAIRS);
          loss = (first.loss + second.loss) / PAIRS;
        }
        expect(kernel.read()).toBe(spec.epochs * corpus.ids.length);
        // Any of the topic's four words is as likely as the others: nobody can do better than ln 4.
        if (output.kind !== 'negative') expect(Math.abs(loss - Math.log(4))).toBeLessThan(0.02);
        for (const [a, b, c] of [
          [0, 1, 4],
          [3, 2, 7],
          [6, 5, 0],
        ] as const) {
          expect(cosine(kernel, a, b)).toBeGreaterThan(cosine(kernel, a, c) + 0.5);
        }
        kernel.dispose();
      },
    );
  },
);

it('the learning rate falls with the words of all threads', () => {
  // When all has been read it is at the floor, 0: nothing moves, whoever has the sentence.
  const [crew] = crews;
  const spec = { ...SPEC, epochs: 1, floor: 0 };
  const kernel = createEmbedding(threaded, corpus, spec, crew);
  kernel.load({ ...startWord2vec(spec, corpus), read: corpus.ids.length });
  const before = kernel.input.slice();
  kernel.train(0, sentences, 0);
  expect(kernel.input).toEqual(before);
});
