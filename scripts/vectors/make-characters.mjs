// @ts-check
/**
 * Makes public/vectors/characters.vectors, which is committed: vectors of Chinese characters that our own word2vec (skip-gram with
 * a Huffman tree, the kernel in WebAssembly) learns from the Tang poems of chinese-poetry, in simplified script:
 *   node scripts/build-kernels.mjs && node scripts/vectors/make-characters.mjs [unpacked chinese-poetry] [unpacked opencc-js]
 * Without the folders the packages are fetched (86 MB); neither is a dependency. Same packages, same kernel, same bytes: one thread, a seed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withPackage } from './package.mjs';
import { charactersOf, countCharacters, readTangPoems, usualCharacters } from './poems.mjs';
import { quantiseRows } from './quantise.mjs';
import { loadSource } from './source.mjs';

const POEMS = 'chinese-poetry@2.0.1';
const CONVERTER = 'opencc-js@1.4.2';
const LEAST_COUNT = 8;
const SPEC = {
  architecture: 'skip-gram',
  dimensions: 64,
  window: 5,
  shrink: true,
  subsample: 1e-3,
  epochs: 10,
  learningRate: 0.025,
  floor: 1e-4,
  corrected: false,
  batched: false,
  seed: 7,
};
const ABOUT = {
  name: 'Characters of Tang poems',
  source: 'Trained by Unrolled (skip-gram, Huffman tree) on the Tang poems of chinese-poetry 2.0.1',
  licence: 'MIT',
};
const file = (/** @type {string} */ path) => new URL(`../../${path}`, import.meta.url);

/**
 * (V, 64) vectors of the characters in `entries`.
 * @param {readonly (readonly string[])[]} texts
 * @param {readonly (readonly [string, number])[]} entries
 */
async function learn(texts, entries) {
  const { createCorpus } = await loadSource('src/models/word2vec/corpus.ts');
  const { huffmanTree } = await loadSource('src/models/softmax/huffman.ts');
  const { startWord2vec } = await loadSource('src/models/word2vec/trainer.ts');
  const { createEmbedding } = await loadSource('src/kernels/wasm/embedding.ts');
  const ids = new Map(entries.map(([character], id) => [character, id]));
  const corpus = createCorpus(
    texts.map((text) => text.map((character) => ids.get(character) ?? -1)),
    entries.length,
  );
  const spec = { ...SPEC, output: { kind: 'hierarchical', tree: huffmanTree(corpus.counts) } };
  const module = await WebAssembly.compile(readFileSync(file('src/kernels/wasm/build/word2vec-simd.wasm')));
  const kernel = createEmbedding(module, corpus, spec);
  kernel.load(startWord2vec(spec, corpus));
  for (let epoch = 1; epoch <= SPEC.epochs; epoch++) {
    const { loss, measured } = kernel.train(0, corpus.starts.length - 1, 8);
    console.log(`epoch ${epoch}: ${(loss / measured).toFixed(4)} nats a pair`);
  }
  const d = SPEC.dimensions;
  const values = new Float32Array(entries.length * d);
  entries.forEach((_, id) => {
    values.set(kernel.input.subarray(id * kernel.stride, id * kernel.stride + d), id * d);
  });
  return values;
}

/**
 * @param {string} poems folder
 * @param {string} converter folder
 */
async function make(poems, converter) {
  const { Converter } = await import(pathToFileURL(join(converter, 'dist/esm/t2cn.js')).href);
  const simplify = Converter({ from: 't', to: 'cn' });
  const texts = readTangPoems(poems).map((text) => usualCharacters(charactersOf(simplify(text))));
  const entries = countCharacters(texts, LEAST_COUNT);
  const values = await learn(texts, entries);
  const table = {
    words: entries.map(([character]) => character),
    dimensions: SPEC.dimensions,
    rows: quantiseRows(values, SPEC.dimensions),
    counts: Float64Array.from(entries, ([, count]) => count),
    columns: [],
  };
  const { writeBundle } = await loadSource('src/models/vectors/bundle.ts');
  const bytes = writeBundle(table, ABOUT);
  writeFileSync(fileURLToPath(file('public/vectors/characters.vectors')), bytes);
  console.log(`${texts.length} poems, ${table.words.length} characters, ${bytes.length} bytes`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [poems, converter] = process.argv.slice(2);
  await withPackage(POEMS, poems, (a) => withPackage(CONVERTER, converter, (b) => make(a, b)));
}
