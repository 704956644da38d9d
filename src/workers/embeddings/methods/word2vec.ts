import { detectGears } from '../../../kernels/wasm/gears.ts';
import { loadEmbeddingModule } from '../../../kernels/wasm/load-embedding.ts';
import { subwordParts } from '../../../models/fasttext/subwords.ts';
import { huffmanTree } from '../../../models/softmax/huffman.ts';
import { balancedTree, expectedDepth } from '../../../models/softmax/tree.ts';
import { type ReadText, readText } from '../../../models/word2vec/read-text.ts';
import { keepProbabilities } from '../../../models/word2vec/subsample.ts';
import { type OutputSpec, outputRows, startWord2vec } from '../../../models/word2vec/trainer.ts';
import type { Tier } from '../../protocol.ts';
import type { ConfigOf, EmbeddingMethod, EmbeddingStart, EmbeddingTier, MethodRun } from '../method.ts';
import type { EmbeddingInfo, EmbeddingNotice, OutputChoice } from '../protocol.ts';
import { referenceEngine, type Word2vecEngine, wasmEngine } from '../word2vec/engine.ts';
import { testWord2vec } from '../word2vec/self-test.ts';
import { savedState, type Word2vecSetup } from '../word2vec/setup.ts';
import { createWord2vecRun } from '../word2vec/trainer.ts';

type Config = ConfigOf<'word2vec'>;
type OpenEngine = (setup: Word2vecSetup, state: ReturnType<typeof startWord2vec>) => Word2vecEngine;

/** Share of η below which it does not fall, as in word2vec. */
const FLOOR = 1e-4;

/** Null where WebAssembly has no SIMD. */
type LoadModule = () => Promise<WebAssembly.Module | null>;

/** Skip-gram and CBOW, of whole words or of words with n-grams. */
export function createWord2vec(load: LoadModule): EmbeddingMethod<'word2vec'> {
  return {
    *prepare(config) {
      const result = yield* readText(config.source.text, config.source);
      if (!result.ok) return result;
      const { read } = result;
      return { ok: true, run: createRun(createSetup(config, read), infoOf(config, read), load) };
    },
  };
}

export const word2vec = createWord2vec(loadEmbeddingModule);

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

function infoOf({ threads = 1 }: Config, read: ReadText): Omit<EmbeddingInfo, 'parameterCount' | 'guessing'> {
  const { words, counts, tokens, types, kept, sentences, reduced } = read;
  const notices: EmbeddingNotice[] = [];
  if (reduced) notices.push({ code: 'words-reduced', ...reduced });
  if (threads > 1) notices.push({ code: 'threads-reduced', asked: threads, used: 1 });
  return {
    words,
    counts,
    tokens,
    types,
    kept,
    sentences,
    steps: sentences,
    labels: [],
    labelCounts: [],
    notices,
  };
}

function createRun(setup: Word2vecSetup, info: ReturnType<typeof infoOf>, load: LoadModule): MethodRun {
  const parameterCount = (setup.inputs + setup.outputs) * setup.spec.dimensions;
  return {
    info: { ...info, parameterCount, guessing: guessing(setup) },
    createReference: (start) => begin(setup, start, 'js', referenceEngine),
    openWasm: () => openWasm(setup, load),
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

async function openWasm(setup: Word2vecSetup, load: LoadModule): Promise<EmbeddingTier> {
  const module = await load();
  if (!module) throw new Error('no SIMD');
  const open: OpenEngine = (...args) => wasmEngine(module, ...args);
  return {
    gears: { relaxed: detectGears().relaxed, threads: 1 },
    selfTest: () => testWord2vec((tiny) => open(tiny, startWord2vec(tiny.spec, tiny.corpus))),
    createTrainer: (start) => begin(setup, start, 'wasm', open),
    dispose() {},
  };
}
