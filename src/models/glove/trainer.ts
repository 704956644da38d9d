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
  /** The generator's four words, as this epoch's order was drawn from them. */
  words: Uint32Array;
  /** Whole passes over the cells. */
  epochs: number;
  /** Cells of the next one that are learnt already. */
  cells: number;
}

export interface GloveTrainer {
  readonly state: GloveState;
  /** The next cells of an epoch's order, at most so many, never past its end. */
  portion(most: number): GloveProgress;
  /** What is left of one pass over all cells, in an order of its own. Returns J as it was met cell by cell. */
  epoch(): number;
  /** One cell, out of turn. Returns its part of J. */
  learn(cell: number, learningRate: number): number;
}

/** What came of some cells. */
export interface GloveProgress {
  readonly cells: number;
  /** Their part of J, each as it was met. */
  readonly loss: number;
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
    cells: 0,
  };
}

/** Goes on from `state`. */
export function createGloveTrainer(
  counts: Cooccurrences,
  spec: GloveSpec,
  state: GloveState = startGlove(spec, counts.vocabulary),
): GloveTrainer {
  const order = new Uint32Array(counts.values.length);
  /** The generator behind the order of this epoch; null before it is drawn. */
  let after: Uint32Array | null = null;
  const draw = () => {
    const random = createRandomFromState(state.words);
    shuffle(order, random);
    return random.state();
  };
  const portion = (most: number) => {
    after ??= draw();
    const end = Math.min(order.length, state.cells + most);
    let loss = 0;
    for (let i = state.cells; i < end; i++) loss += learnCell(state, counts, order[i]!, spec);
    const cells = end - state.cells;
    state.cells = end;
    if (end === order.length) {
      state.words = after;
      state.epochs++;
      state.cells = 0;
      after = null;
    }
    return { cells, loss };
  };
  return {
    state,
    portion,
    epoch: () => portion(order.length).loss,
    learn: (cell, learningRate) => learnCell(state, counts, cell, { ...spec, learningRate }),
  };
}

/** 0 … n − 1 in an order where each is as likely as any other (Fisher & Yates). */
function shuffle(order: Uint32Array, random: { integer(n: number): number }): void {
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const at = order[i]!;
    order[i] = order[j]!;
    order[j] = at;
  }
}

/** AdaGrad (Duchi et al. 2011) on one cell's part of J / 2. Returns its part of J. */
function learnCell(
  { parameters, squares }: GloveState,
  { rows, columns, values }: Cooccurrences,
  cell: number,
  { dimensions: d, weighting, learningRate: rate }: GloveSpec,
): number {
  const row = rows[cell]!;
  const column = columns[cell]!;
  const count = values[cell]!;
  const error = cellError(parameters, row, column, count);
  const weight = cellWeight(count, weighting);
  const slope = weight * error;
  const { words, contexts, wordBias, contextBias } = parameters;
  const { words: wordSquares, contexts: contextSquares } = squares;
  // The inner loop of all training: no call, nothing made.
  for (let j = 0, w = row * d, c = column * d; j < d; j++, w++, c++) {
    const wordGradient = slope * contexts[c]!;
    const contextGradient = slope * words[w]!;
    words[w]! -= (rate * wordGradient) / Math.sqrt(wordSquares[w]!);
    contexts[c]! -= (rate * contextGradient) / Math.sqrt(contextSquares[c]!);
    wordSquares[w]! += wordGradient * wordGradient;
    contextSquares[c]! += contextGradient * contextGradient;
  }
  wordBias[row]! -= (rate * slope) / Math.sqrt(squares.wordBias[row]!);
  squares.wordBias[row]! += slope * slope;
  contextBias[column]! -= (rate * slope) / Math.sqrt(squares.contextBias[column]!);
  squares.contextBias[column]! += slope * slope;
  return weight * error * error;
}
