import { createBatchedSoftmax } from '../../kernels/wasm/batched-softmax.ts';
import { createEmbedding } from '../../kernels/wasm/embedding.ts';
import { createRandom, type Random } from '../../models/random.ts';
import type { SoftmaxTree } from '../../models/softmax/tree.ts';
import type { EmbeddingCorpus } from '../../models/word2vec/corpus.ts';
import { createWord2vecTrainer, type OutputSpec, type Word2vecSpec } from '../../models/word2vec/trainer.ts';
import type { CostOrder, CostWay } from './protocol.ts';

/** Something whose time is taken: learns a little, and says how many targets that were. */
export type Subject = () => number;

/** The modules that the fast subjects run in; null: there is no SIMD here, and the reference is measured. */
export interface CostModules {
  readonly word2vec: WebAssembly.Module;
  readonly softmax: WebAssembly.Module;
}

export interface SubjectOptions extends Pick<CostOrder, 'dimensions' | 'negatives' | 'batch' | 'seed'> {
  readonly corpus: EmbeddingCorpus;
  readonly tree: SoftmaxTree;
}

/** A subject of its own memory. Null: this way is not there without SIMD. Throws a RangeError when memory cannot be had. */
export function createSubject(
  way: CostWay,
  modules: CostModules | null,
  options: SubjectOptions,
): Subject | null {
  if (way === 'batched') return modules && batched(modules.softmax, options);
  const spec = specOf(outputOf(way, options), options);
  return modules ? kernel(modules.word2vec, spec, options) : reference(spec, options);
}

function outputOf(way: Exclude<CostWay, 'batched'>, { tree, negatives }: SubjectOptions): OutputSpec {
  switch (way) {
    case 'full':
      return { kind: 'full' };
    case 'hierarchical':
      return { kind: 'hierarchical', tree };
    case 'negative':
      return { kind: 'negative', negatives, exponent: 0.75 };
  }
}

/** Skip-gram, one pair at a time, with the words next to each word. */
function specOf(output: OutputSpec, { dimensions, seed }: SubjectOptions): Word2vecSpec {
  return {
    architecture: 'skip-gram',
    output,
    dimensions,
    window: 1,
    shrink: false,
    subsample: 0,
    epochs: 1,
    learningRate: 0.025,
    floor: 1e-4,
    corrected: true,
    batched: false,
    seed,
  };
}

/** The trainer of the runs, sentence after sentence. */
function kernel(module: WebAssembly.Module, spec: Word2vecSpec, { corpus, seed }: SubjectOptions): Subject {
  const made = createEmbedding(module, corpus, spec);
  const random = createRandom(seed);
  fill(made.input, random, 0.5);
  fill(made.output, random, 0.5);
  made.words.set(random.state());
  const sentences = corpus.starts.length - 1;
  let at = 0;
  return () => {
    const first = at;
    at = (at + 1) % sentences;
    return made.train(first, first + 1, 0).examples;
  };
}

/** The same in plain TypeScript, in 64 bits. */
function reference(spec: Word2vecSpec, { corpus }: SubjectOptions): Subject {
  const trainer = createWord2vecTrainer(corpus, { ...spec, epochs: Number.MAX_SAFE_INTEGER });
  return () => trainer.step().examples;
}

/** Targets drawn as they occur, their vectors whatever they are. */
function batched(module: WebAssembly.Module, options: SubjectOptions): Subject {
  const { corpus, dimensions, batch, seed } = options;
  const made = createBatchedSoftmax(module, { classes: corpus.counts.length, dimensions, batch });
  const random = createRandom(seed);
  fill(made.hidden, random, 0.5);
  fill(made.output, random, 0.5);
  let at = 0;
  return () => {
    for (let i = 0; i < batch; i++) made.targets[i] = corpus.ids[(at + i) % corpus.ids.length]!;
    at = (at + batch) % corpus.ids.length;
    made.learn(0.025);
    return batch;
  };
}

const PATTERN = 4093;

/** Numbers in ±`most`, the same few thousand over and over: drawing millions would take longer than what is measured. */
function fill(to: Float32Array, random: Random, most: number): void {
  const drawn = Float32Array.from({ length: PATTERN }, () => (2 * random.next() - 1) * most);
  for (let at = 0; at < to.length; at += PATTERN)
    to.set(drawn.subarray(0, Math.min(PATTERN, to.length - at)), at);
}
