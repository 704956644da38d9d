import { softmax } from '../softmax/full.ts';
import { logSigmoid } from '../softmax/hierarchical.ts';
import type { SoftmaxTree } from '../softmax/tree.ts';
import { scoresOf } from './example.ts';

/** What one example changes: h (d), and the error that its inputs get back: −η ∂L/∂h, added to `back` (d). */
export interface Update {
  readonly output: Float64Array;
  readonly hidden: Float64Array;
  readonly back: Float64Array;
  /** η. */
  readonly rate: number;
}

/**
 * One logistic regression: is `row` the one? The row moves at once, after it has told h its error, as in word2vec: a row that
 * comes twice in an example is met as the first time left it. Returns the loss before the move, nats.
 */
export function updateRow({ output, hidden, back, rate }: Update, row: number, label: 0 | 1): number {
  const d = hidden.length;
  const start = row * d;
  let score = 0;
  for (let j = 0; j < d; j++) score += output[start + j]! * hidden[j]!;
  const step = rate * (label - Math.exp(logSigmoid(score)));
  for (let j = 0; j < d; j++) {
    back[j]! += step * output[start + j]!;
    output[start + j]! += step * hidden[j]!;
  }
  return -logSigmoid(label === 1 ? score : -score);
}

/** The target and its negatives; a negative that is the target is passed over. */
export function updateNegative(update: Update, target: number, negatives: ArrayLike<number>): number {
  let loss = updateRow(update, target, 1);
  for (let k = 0; k < negatives.length; k++) {
    if (negatives[k] !== target) loss += updateRow(update, negatives[k]!, 0);
  }
  return loss;
}

/** The nodes on the way to the target, and no other. */
export function updateHierarchical(update: Update, tree: SoftmaxTree, target: number): number {
  let loss = 0;
  for (let i = tree.starts[target]!; i < tree.starts[target + 1]!; i++) {
    loss += updateRow(update, tree.nodes[i]!, tree.bits[i] === 0 ? 1 : 0);
  }
  return loss;
}

/** All V words: what the other two are there to avoid. */
export function updateFull({ output, hidden, back, rate }: Update, target: number): number {
  const d = hidden.length;
  const scores = scoresOf(output, hidden);
  const probabilities = softmax(scores, scores.length);
  for (let row = 0; row < probabilities.length; row++) {
    const step = rate * (Number(row === target) - probabilities[row]!);
    for (let j = 0; j < d; j++) {
      back[j]! += step * output[row * d + j]!;
      output[row * d + j]! += step * hidden[j]!;
    }
  }
  return -Math.log(probabilities[target]!);
}
