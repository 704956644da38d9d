import { createRandom } from '../random.ts';
import type { EmbeddingCorpus } from '../word2vec/corpus.ts';
import { initialNnlm, learnWord, type NnlmParameters, type NnlmShape, startOf } from './network.ts';

/** How a neural language model is trained. */
export interface NnlmSpec {
  readonly shape: NnlmShape;
  readonly epochs: number;
  /** η at the beginning; it falls in a straight line to a ten-thousandth with the words read. */
  readonly learningRate: number;
  readonly seed: number;
}

/** All that training goes on from. Changed in place. */
export interface NnlmState {
  readonly parameters: NnlmParameters;
  /** Sentences read, all epochs together. */
  sentences: number;
  /** Words read. */
  read: number;
}

export interface NnlmTrainer {
  readonly state: NnlmState;
  /** Whether all epochs are done. */
  isDone(): boolean;
  /** η for the next sentence. */
  rate(): number;
  /** Learns every word of one sentence. */
  step(): { readonly examples: number; readonly loss: number };
}

export function startNnlm({ shape, seed }: NnlmSpec): NnlmState {
  return { parameters: initialNnlm(shape, createRandom(seed)), sentences: 0, read: 0 };
}

const FLOOR = 1e-4;

/** Stochastic gradient descent, word by word, through the text over and over. Goes on from `state`. */
export function createNnlmTrainer(
  corpus: Pick<EmbeddingCorpus, 'ids' | 'starts'>,
  spec: NnlmSpec,
  state: NnlmState = startNnlm(spec),
): NnlmTrainer {
  const { ids, starts } = corpus;
  const count = starts.length - 1;
  const isDone = () => state.sentences >= spec.epochs * count;
  const rate = () =>
    spec.learningRate * Math.max(FLOOR, 1 - state.read / Math.max(1, spec.epochs * ids.length));
  return {
    state,
    isDone,
    rate,
    step() {
      if (isDone()) return { examples: 0, loss: 0 };
      const sentence = state.sentences % count;
      const words = ids.subarray(starts[sentence], starts[sentence + 1]);
      const loss = learnSentence(spec.shape, state.parameters, words, rate());
      state.sentences++;
      state.read += words.length;
      return { examples: words.length, loss };
    },
  };
}

function learnSentence(shape: NnlmShape, parameters: NnlmParameters, ids: Int32Array, rate: number): number {
  let loss = 0;
  for (let at = 0; at < ids.length; at++) {
    loss += learnWord(shape, parameters, { context: contextBefore(shape, ids, at), word: ids[at]!, rate });
  }
  return loss;
}

/** The N words before a place, the nearest last; where the sentence has not begun, the row that stands for that. */
export function contextBefore(shape: NnlmShape, ids: ArrayLike<number>, at: number): Int32Array {
  return Int32Array.from({ length: shape.context }, (_, i) => {
    const place = at - shape.context + i;
    return place >= 0 ? ids[place]! : startOf(shape);
  });
}
