import { createRandom } from '../random.ts';
import { aliasTable, createNoise } from '../softmax/noise.ts';
import type { SoftmaxTree } from '../softmax/tree.ts';
import type { EmbeddingCorpus } from './corpus.ts';
import { chanceLimit, type DrawTable, drawBelow, drawChance, drawFrom } from './draws.ts';
import { hiddenOf } from './example.ts';
import { partsOf, type WordParts, wholeWords } from './parts.ts';
import { keepProbabilities } from './subsample.ts';
import type { Architecture } from './types.ts';
import { type Group, updateLogistic, updateSoftmax } from './update.ts';
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
   * Examples of several rows, CBOW's and those of words with parts: whether each input gets the gradient of the mean, 1/n of h's, or all of it, as word2vec and gensim do (İrsoy, Benton
   * & Stratos 2021, "Corrected CBOW Performs as well as Skip-gram").
   */
  readonly corrected: boolean;
  /**
   * Skip-gram: whether the pairs of a window share their negatives, which saves draws and makes rows be at hand (Ji et al. 2016);
   * each pair still learns from what the one before it left. With the full softmax: whether they are learnt together, all from
   * the values before any of them. A tree has no choice to share: nothing changes.
   */
  readonly batched: boolean;
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
    };

/** All that training goes on from. Changed in place. */
export interface Word2vecState {
  /** (V, d): the words' vectors; with parts, those of all rows. */
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
  readonly parts: WordParts;
  readonly noise: DrawTable | null;
}

const partsOfCorpus = ({ parts, counts }: EmbeddingCorpus) => parts ?? wholeWords(counts.length);

/** Rows of the output layer. */
export function outputRows({ kind }: OutputSpec, vocabulary: number): number {
  return kind === 'hierarchical' ? vocabulary - 1 : vocabulary;
}

/** The beginning: input vectors uniform in ±1/2d, output vectors 0, as word2vec has them. */
export function startWord2vec(spec: Word2vecSpec, corpus: EmbeddingCorpus): Word2vecState {
  const { dimensions: d, seed } = spec;
  const random = createRandom(seed);
  return {
    input: Float64Array.from({ length: partsOfCorpus(corpus).count * d }, () => (random.next() - 0.5) / d),
    output: new Float64Array(outputRows(spec.output, corpus.counts.length) * d),
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
  state: Word2vecState = startWord2vec(spec, corpus),
): Word2vecTrainer {
  const plan: Plan = {
    spec,
    corpus,
    keep: keepProbabilities(corpus.counts, spec.subsample).map(chanceLimit),
    parts: partsOfCorpus(corpus),
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

/** What negative samples are drawn from; null where there are none. Throws a RangeError when nothing could ever be drawn. */
export function noiseTable(output: OutputSpec, counts: ArrayLike<number>): DrawTable | null {
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
 * Skip-gram learns the pairs of a window from the context word's vector to the word in the middle: over a whole text the same
 * pairs as the other way round, and how word2vec goes about it.
 */
function learnWindow(plan: Plan, state: Word2vecState, window: Window): Word2vecProgress {
  const { spec } = plan;
  const { context } = window;
  const draw = () => rowsOf(plan, state.words, window.word);
  if (spec.architecture === 'cbow')
    return learnGroup(plan, state, { ...draw(), rate: window.rate }, [context]);
  const pairs = context.map((id) => [id]);
  const shared = spec.batched ? draw() : null;
  const groups = shared && spec.output.kind === 'full' ? [pairs] : pairs.map((pair) => [pair]);
  let loss = 0;
  for (const group of groups) {
    loss += learnGroup(plan, state, { ...(shared ?? draw()), rate: window.rate }, group).loss;
  }
  return { examples: pairs.length, loss };
}

/** Examples learnt together against the same rows; each is the words whose mean it foretells from. */
function learnGroup(
  plan: Plan,
  { input, output }: Word2vecState,
  against: Pick<Group, 'rows' | 'labels' | 'rate'>,
  groups: readonly (readonly number[])[],
): Word2vecProgress {
  const { dimensions, corrected } = plan.spec;
  const hidden = new Float64Array(groups.length * dimensions);
  const rows = groups.map((ids) => ids.flatMap((id) => [...partsOf(plan.parts, id)]));
  rows.forEach((inputs, i) => {
    hidden.set(hiddenOf(input, inputs, dimensions), i * dimensions);
  });
  const update = plan.spec.output.kind === 'full' ? updateSoftmax : updateLogistic;
  const { back, loss } = update({ output, hidden, dimensions, ...against });
  rows.forEach((inputs, i) => {
    const share = corrected ? 1 / inputs.length : 1;
    for (const id of inputs) {
      for (let j = 0; j < dimensions; j++) input[id * dimensions + j]! += share * back[i * dimensions + j]!;
    }
  });
  return { examples: groups.length, loss };
}

/** Which rows of the output layer a word is foretold by, and what they should say. */
function rowsOf(
  { spec, noise, corpus }: Plan,
  words: Uint32Array,
  word: number,
): Pick<Group, 'rows' | 'labels'> {
  const { output } = spec;
  switch (output.kind) {
    case 'full':
      return {
        rows: corpus.counts.map((_, row) => row),
        labels: corpus.counts.map((_, row) => Number(row === word)),
      };
    case 'hierarchical': {
      const { starts, nodes, bits } = output.tree;
      const [start, end] = [starts[word]!, starts[word + 1]!];
      return { rows: nodes.subarray(start, end), labels: bits.subarray(start, end).map((bit) => 1 - bit) };
    }
    case 'negative': {
      const drawn = Array.from({ length: output.negatives }, () => (noise ? drawFrom(words, noise) : word));
      // A negative that is the word itself is passed over, as in word2vec.
      const negatives = drawn.filter((row) => row !== word);
      return { rows: [word, ...negatives], labels: [1, ...negatives.map(() => 0)] };
    }
  }
}
