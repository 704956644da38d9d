import { createRandom, createRandomFromState } from '../random.ts';
import type { Cooccurrences } from './cooccurrence.ts';
import { cellError, type GloveParameters } from './loss.ts';
import { cellWeight, type Weighting } from './weighting.ts';

/** How GloVe is trained (Pennington et al. 2014, section 4.2: AdaGrad from η = 0.05). */
export interface GloveSpec {
  readonly dimensions: number;
  readonly weighting: Weighting;
  readonly learningRate: number;
  readonly seed: number;
}

/** All that training goes on from. Changed in place. */
export interface GloveState {
  readonly parameters: GloveParameters;
  /** Sums of squared gradients, from 1 on, shaped as the parameters. */
  readonly squares: GloveParameters;
  /** The generator's four words. */
  words: Uint32Array;
  /** Passes over the cells. */
  epochs: number;
}

export interface GloveTrainer {
  readonly state: GloveState;
  /** One pass over all cells, in an order of its own. Returns J as it was met cell by cell. */
  epoch(): number;
}

/** The beginning: all numbers uniform in ±1/2d, as the authors' program has them. */
export function startGlove({ dimensions: d, seed }: GloveSpec, vocabulary: number): GloveState {
  const random = createRandom(seed);
  const draw = (length: number) => Float64Array.from({ length }, () => (random.next() - 0.5) / d);
  const ones = (length: number) => new Float64Array(length).fill(1);
  return {
    parameters: {
      words: draw(vocabulary * d),
      contexts: draw(vocabulary * d),
      wordBias: draw(vocabulary),
      contextBias: draw(vocabulary),
    },
    squares: {
      words: ones(vocabulary * d),
      contexts: ones(vocabulary * d),
      wordBias: ones(vocabulary),
      contextBias: ones(vocabulary),
    },
    words: random.state(),
    epochs: 0,
  };
}

/** Goes on from `state`. */
export function createGloveTrainer(
  counts: Cooccurrences,
  spec: GloveSpec,
  state: GloveState = startGlove(spec, counts.vocabulary),
): GloveTrainer {
  const order = new Uint32Array(counts.values.length);
  return {
    state,
    epoch() {
      const random = createRandomFromState(state.words);
      shuffle(order, random);
      let sum = 0;
      for (const cell of order) sum += learnCell(state, counts, cell, spec);
      state.words = random.state();
      state.epochs++;
      return sum;
    },
  };
}

/** 0 … n − 1 in an order where each is as likely as any other (Fisher & Yates). */
function shuffle(order: Uint32Array, random: { integer(n: number): number }): void {
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** AdaGrad (Duchi et al. 2011) on one cell's part of J / 2. Returns its part of J. */
function learnCell(
  { parameters, squares }: GloveState,
  { rows, columns, values }: Cooccurrences,
  cell: number,
  { dimensions: d, weighting, learningRate }: GloveSpec,
): number {
  const [row, column, count] = [rows[cell]!, columns[cell]!, values[cell]!];
  const error = cellError(parameters, row, column, count);
  const weight = cellWeight(count, weighting);
  const slope = weight * error;
  const { words, contexts, wordBias, contextBias } = parameters;
  const move = (of: Float64Array, sums: Float64Array, at: number, gradient: number) => {
    of[at]! -= (learningRate * gradient) / Math.sqrt(sums[at]!);
    sums[at]! += gradient * gradient;
  };
  for (let j = 0; j < d; j++) {
    const [w, c] = [words[row * d + j]!, contexts[column * d + j]!];
    move(words, squares.words, row * d + j, slope * c);
    move(contexts, squares.contexts, column * d + j, slope * w);
  }
  move(wordBias, squares.wordBias, row, slope);
  move(contextBias, squares.contextBias, column, slope);
  return weight * error * error;
}
