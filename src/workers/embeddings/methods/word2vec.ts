import { detectGears } from '../../../kernels/wasm/gears.ts';
import { type EmbeddingEngine, loadEmbeddingEngine } from '../../../kernels/wasm/load-embedding.ts';
import { subwordParts } from '../../../models/fasttext/subwords.ts';
import { huffmanTree } from '../../../models/softmax/huffman.ts';
import { balancedTree, expectedDepth } from '../../../models/softmax/tree.ts';
import { type ReadText, readText } from '../../../models/word2vec/read-text.ts';
import { keepProbabilities } from '../../../models/word2vec/subsample.ts';
import { type OutputSpec, outputRows, startWord2vec } from '../../../models/word2vec/trainer.ts';
import type { Tier } from '../../protocol.ts';
import type { ConfigOf, EmbeddingMethod, EmbeddingStart, EmbeddingTier, MethodRun } from '../method.ts';
import type { EmbeddingInfo, OutputChoice } from '../protocol.ts';
import { referenceEngine, type Word2vecEngine, wasmEngine } from '../word2vec/engine.ts';
import { testWord2vec } from '../word2vec/self-test.ts';
import { savedState, type Word2vecSetup } from '../word2vec/setup.ts';
import { createWord2vecRun } from '../word2vec/trainer.ts';
import { textInfo } from './text-info.ts';

type Config = ConfigOf<'word2vec'>;
type OpenEngine = (setup: Word2vecSetup, state: ReturnType<typeof startWord2vec>) => Word2vecEngine;

/** Share of η below which it does not fall, as in word2vec. */
const FLOOR = 1e-4;

/** With at most so many threads. Null where WebAssembly has no SIMD. */
type LoadEngine = (threads: number) => Promise<EmbeddingEngine | null>;

/** Skip-gram and CBOW, of whole words or of words with n-grams. */
export function createWord2vec(load: LoadEngine): EmbeddingMethod<'word2vec'> {
  return {
    *prepare(config) {
      const result = yield* readText(config.source.text, config.source);
      if (!result.ok) return result;
      const { read } = result;
      const { threads = 1 } = config;
      const open = (setup: Word2vecSetup) => openWasm(setup, load, threads);
      const info = { ...textInfo(read), steps: read.sentences };
      return { ok: true, run: createRun(createSetup(config, read), info, open) };
    },
  };
}

export const word2vec = createWord2vec(loadEmbeddingEngine);

function createSetup({ method, dimensions, learningRate, seed }: Config, read: ReadText): Word2vecSetup {
  const { words, counts, corpus } = read;
  const { architecture, window, shrink, subsample, corrected, batched, ngrams, epochs } = method;
  const output = outputSpec(method.output, counts);
  const parts = ngrams && ngrams.bucket > 0 ? subwordParts(words, ngrams) : null;
  return {
    words,
    ids: new Map(words.map((word, id) => [word, id])),
    corpus: parts ? { ...corpus, parts } : corpus,
    spec: {
      ...{ architecture, output, dimensions, window, shrink, subsample, epochs },
      ...{ learningRate, floor: FLOOR, corrected, batched, seed },
    },
    ngrams: parts && ngrams,
    inputs: parts?.count ?? words.length,
    outputs: outputRows(output, words.length),
  };
}

function outputSpec(choice: OutputChoice, counts: Int32Array): OutputSpec {
  if (choice.kind !== 'hierarchical') return choice;
  const tree = choice.tree === 'huffman' ? huffmanTree(counts) : balancedTree(counts.length);
  return { kind: 'hierarchical', tree };
}

function createRun(
  setup: Word2vecSetup,
  info: Omit<EmbeddingInfo, 'parameterCount' | 'guessing'>,
  openTier: (setup: Word2vecSetup) => Promise<EmbeddingTier>,
): MethodRun {
  const parameterCount = (setup.inputs + setup.outputs) * setup.spec.dimensions;
  return {
    info: { ...info, parameterCount, guessing: guessing(setup) },
    createReference: (start) => begin(setup, start, 'js', referenceEngine),
    openWasm: () => openTier(setup),
  };
}

/** Mean loss of an example when every score is 0, nats. */
function guessing({ spec, corpus: { counts } }: Word2vecSetup): number {
  const { output, subsample } = spec;
  const learnt = keepProbabilities(counts, subsample).map((keep, id) => keep * counts[id]!);
  switch (output.kind) {
    case 'full':
      return Math.log(counts.length);
    case 'hierarchical':
      return expectedDepth(output.tree, learnt) * Math.LN2;
    case 'negative':
      return (1 + output.negatives) * Math.LN2;
  }
}

function begin(setup: Word2vecSetup, start: EmbeddingStart, tier: Tier, open: OpenEngine) {
  const state = start.saved ? savedState(setup, start.saved) : startWord2vec(setup.spec, setup.corpus);
  const { sentences } = state;
  return createWord2vecRun(setup, open(setup, state), { start, tier, sentences });
}

/** What several threads come to is never the same twice: the test is of the same source on one. */
async function testable(engine: EmbeddingEngine, load: LoadEngine): Promise<EmbeddingEngine> {
  if (engine.crew.threads === 1) return engine;
  try {
    const alone = await load(1);
    if (alone) return alone;
    throw new Error('no SIMD');
  } catch (error) {
    engine.crew.dispose();
    throw error;
  }
}

async function openWasm(setup: Word2vecSetup, load: LoadEngine, threads: number): Promise<EmbeddingTier> {
  const engine = await load(threads);
  if (!engine) throw new Error('no SIMD');
  const tested = await testable(engine, load);
  return {
    gears: { relaxed: detectGears().relaxed, threads: engine.crew.threads },
    selfTest: () => testWord2vec((tiny) => wasmEngine(tested, tiny, startWord2vec(tiny.spec, tiny.corpus))),
    createTrainer: (start) => begin(setup, start, 'wasm', (...args) => wasmEngine(engine, ...args)),
    dispose: engine.crew.dispose,
  };
}
