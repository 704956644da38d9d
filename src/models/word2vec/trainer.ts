import { createRandom } from '../random.ts';
import { aliasTable, createNoise } from '../softmax/noise.ts';
import type { SoftmaxTree } from '../softmax/tree.ts';
import type { EmbeddingCorpus } from './corpus.ts';
import { chanceLimit, type DrawTable, drawBelow, drawChance, drawFrom } from './draws.ts';
import { hiddenOf } from './example.ts';
import { keepProbabilities } from './subsample.ts';
import type { Architecture } from './types.ts';
import { type Update, updateFull, updateHierarchical, updateNegative } from './update.ts';
import { contextOf } from './windows.ts';

/** How word2vec is trained. */
export interface Word2vecSpec {
  readonly architecture: Architecture;
  readonly output: OutputSpec;
  /** d. */
  readonly dimensions: number;
  readonly window: number;
  /** Whether each position draws its reach from 1 … window. */
  readonly shrink: boolean;
  /** t of subsampling; 0: no word is left out. */
  readonly subsample: number;
  readonly epochs: number;
  /** η at the beginning; it falls in a straight line with the words read. */
  readonly learningRate: number;
  /** Share of `learningRate` below which it does not fall. */
  readonly floor: number;
  /**
   * CBOW: whether each input gets the gradient of the mean, 1/n of h's, or all of it, as word2vec and gensim do (İrsoy, Benton
   * & Stratos 2021, "Corrected CBOW Performs as well as Skip-gram").
   */
  readonly corrected: boolean;
  readonly seed: number;
}

export type OutputSpec =
  | { readonly kind: 'full' }
  | { readonly kind: 'hierarchical'; readonly tree: SoftmaxTree }
  | {
      readonly kind: 'negative';
      /** K. */
      readonly negatives: number;
      /** a of the noise f^a. */
      readonly exponent: number;
      /** Whether all examples of a window use the same K: fewer draws and rows, and not quite the same algorithm. */
      readonly shared: boolean;
    };

/** All that training goes on from. Changed in place. */
export interface Word2vecState {
  /** (V, d): the words' vectors. */
  readonly input: Float64Array;
  /** (V, d), or (V − 1, d) for a tree. */
  readonly output: Float64Array;
  /** The generator's four words. */
  readonly words: Uint32Array;
  /** Sentences read, all epochs together. */
  sentences: number;
  /** Words read, those that subsampling left out as well. */
  read: number;
}

/** What came of some training. */
export interface Word2vecProgress {
  readonly examples: number;
  /** Σ of their losses, nats. */
  readonly loss: number;
}

interface Plan {
  readonly spec: Word2vecSpec;
  readonly corpus: EmbeddingCorpus;
  /** Chances to stay, out of 2³². */
  readonly keep: Float64Array;
  readonly noise: DrawTable | null;
}

/** Rows of the output layer. */
export function outputRows({ kind }: OutputSpec, vocabulary: number): number {
  return kind === 'hierarchical' ? vocabulary - 1 : vocabulary;
}

/** The beginning: input vectors uniform in ±1/2d, output vectors 0, as word2vec has them. */
export function startWord2vec(spec: Word2vecSpec, vocabulary: number): Word2vecState {
  const { dimensions: d, seed } = spec;
  const random = createRandom(seed);
  return {
    input: Float64Array.from({ length: vocabulary * d }, () => (random.next() - 0.5) / d),
    output: new Float64Array(outputRows(spec.output, vocabulary) * d),
    words: random.state(),
    sentences: 0,
    read: 0,
  };
}

/** The readable trainer of word2vec (Mikolov et al. 2013, both papers), one sentence at a time. The fast one gives the same numbers. */
export interface Word2vecTrainer {
  readonly state: Word2vecState;
  /** Whether all epochs are done. */
  isDone(): boolean;
  /** η for the next sentence. */
  rate(): number;
  /** Learns from one sentence; of none when all is done. */
  step(): Word2vecProgress;
}

/** Goes on from `state`. Throws a RangeError when there is no noise to draw from. */
export function createWord2vecTrainer(
  corpus: EmbeddingCorpus,
  spec: Word2vecSpec,
  state: Word2vecState = startWord2vec(spec, corpus.counts.length),
): Word2vecTrainer {
  const plan: Plan = {
    spec,
    corpus,
    keep: keepProbabilities(corpus.counts, spec.subsample).map(chanceLimit),
    noise: noiseTable(spec.output, corpus.counts),
  };
  const count = corpus.starts.length - 1;
  const isDone = () => state.sentences >= spec.epochs * count;
  const rate = () => {
    const share = state.read / Math.max(1, spec.epochs * corpus.ids.length);
    return spec.learningRate * Math.max(spec.floor, 1 - share);
  };
  return {
    state,
    isDone,
    rate,
    step() {
      if (isDone()) return { examples: 0, loss: 0 };
      const sentence = state.sentences % count;
      const [start, end] = [corpus.starts[sentence]!, corpus.starts[sentence + 1]!];
      const progress = learnSentence(plan, state, corpus.ids.subarray(start, end), rate());
      state.sentences++;
      state.read += end - start;
      return progress;
    },
  };
}

function noiseTable(output: OutputSpec, counts: ArrayLike<number>): DrawTable | null {
  if (output.kind !== 'negative') return null;
  const { limits, aliases } = aliasTable(createNoise(counts, output.exponent).probabilities);
  return { limits: limits.map(chanceLimit), aliases };
}

function learnSentence(plan: Plan, state: Word2vecState, all: Int32Array, rate: number): Word2vecProgress {
  const { spec, keep } = plan;
  const ids = all.filter((id) => drawChance(state.words, keep[id]!));
  let [examples, loss] = [0, 0];
  for (let position = 0; position < ids.length; position++) {
    const reach = spec.shrink ? 1 + drawBelow(state.words, spec.window) : spec.window;
    const context = contextOf(position, reach, { start: 0, end: ids.length }).map((i) => ids[i]!);
    if (context.length === 0) continue;
    const found = learnWindow(plan, state, { context, word: ids[position]!, rate });
    examples += found.examples;
    loss += found.loss;
  }
  return { examples, loss };
}

interface Window {
  readonly context: readonly number[];
  readonly word: number;
  readonly rate: number;
}

/**
 * Skip-gram learns each pair of a window by itself, from the context word's vector to the word in the middle: over a whole text
 * the same pairs as the other way round, and how word2vec goes about it.
 */
function learnWindow(plan: Plan, state: Word2vecState, { context, word, rate }: Window): Word2vecProgress {
  const { spec } = plan;
  const isShared = spec.output.kind === 'negative' && spec.output.shared;
  const common = isShared ? drawNegatives(plan, state) : null;
  const groups = spec.architecture === 'cbow' ? [context] : context.map((id) => [id]);
  let loss = 0;
  for (const inputs of groups) {
    const negatives = common ?? drawNegatives(plan, state);
    loss += learnExample(plan, state, { inputs, word, negatives, rate });
  }
  return { examples: groups.length, loss };
}

function drawNegatives({ spec, noise }: Plan, { words }: Word2vecState): readonly number[] {
  if (!noise || spec.output.kind !== 'negative') return [];
  return Array.from({ length: spec.output.negatives }, () => drawFrom(words, noise));
}

interface Example {
  readonly inputs: readonly number[];
  readonly word: number;
  readonly negatives: readonly number[];
  readonly rate: number;
}

function learnExample(
  { spec }: Plan,
  { input, output }: Word2vecState,
  { inputs, word, negatives, rate }: Example,
): number {
  const d = spec.dimensions;
  const back = new Float64Array(d);
  const update = { output, hidden: hiddenOf(input, inputs, d), back, rate };
  const loss = learnOutput(spec.output, update, word, negatives);
  const share = spec.corrected ? 1 / inputs.length : 1;
  for (const id of inputs) {
    for (let j = 0; j < d; j++) input[id * d + j]! += share * back[j]!;
  }
  return loss;
}

function learnOutput(output: OutputSpec, update: Update, word: number, negatives: readonly number[]): number {
  switch (output.kind) {
    case 'full':
      return updateFull(update, word);
    case 'hierarchical':
      return updateHierarchical(update, output.tree, word);
    case 'negative':
      return updateNegative(update, word, negatives);
  }
}
