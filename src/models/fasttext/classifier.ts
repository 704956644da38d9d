import { softmax } from '../softmax/full.ts';
import { leafLogProbabilities, logSigmoid } from '../softmax/hierarchical.ts';
import type { SoftmaxTree } from '../softmax/tree.ts';
import { hiddenOf, scoresOf } from '../word2vec/example.ts';
import { updateLogistic, updateSoftmax } from '../word2vec/update.ts';

/** How a label is foretold from the mean of a text's rows. */
export type LabelLayer =
  | { readonly kind: 'softmax' }
  /** A Huffman tree over the labels. */
  | { readonly kind: 'hierarchical'; readonly tree: SoftmaxTree }
  /** A yes or no for each label by itself: a text may have several, or none. */
  | { readonly kind: 'one-vs-all' };

/** A text and its labels; rows are of its words and their n-grams. */
export interface LabelledText {
  readonly rows: ArrayLike<number>;
  readonly labels: readonly number[];
}

/** fastText's classifier (Joulin et al. 2017): rows of the input layer, and those of the labels or of the tree's nodes. */
export interface Classifier {
  readonly input: Float64Array;
  readonly output: Float64Array;
  readonly dimensions: number;
  readonly layer: LabelLayer;
}

/** P of each label; of one-vs-all each by itself, so that they need not sum to 1. */
export function labelProbabilities(
  { input, output, dimensions, layer }: Classifier,
  rows: ArrayLike<number>,
): Float64Array {
  const hidden = hiddenOf(input, rows, dimensions);
  if (layer.kind === 'hierarchical') {
    return leafLogProbabilities({ tree: layer.tree, vectors: output, hidden }).map(Math.exp);
  }
  const scores = scoresOf(output, hidden);
  return layer.kind === 'softmax'
    ? softmax(scores, scores.length)
    : scores.map((score) => Math.exp(logSigmoid(score)));
}

/**
 * One step of gradient descent with rate η on one text; of several labels softmax and tree learn the one that `pick` says, as
 * fastText does. The rows share the gradient of their mean. Returns the loss before the step, nats; 0 for a text without rows
 * or, but for one-vs-all, without labels.
 */
export function learnText(
  { input, output, dimensions: d, layer }: Classifier,
  { rows, labels }: LabelledText,
  rate: number,
  pick: (count: number) => number = () => 0,
): number {
  const target = labels[labels.length > 1 ? pick(labels.length) : 0];
  if (rows.length === 0 || (target === undefined && layer.kind !== 'one-vs-all')) return 0;
  const hidden = hiddenOf(input, rows, d);
  const group = {
    output,
    hidden,
    dimensions: d,
    rate,
    ...asked(layer, output.length / d, labels, target ?? 0),
  };
  const { back, loss } = layer.kind === 'softmax' ? updateSoftmax(group) : updateLogistic(group);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < d; j++) input[rows[i]! * d + j]! += back[j]! / rows.length;
  }
  return loss;
}

/** Rows of the output layer that are asked, and what they should say. */
function asked(layer: LabelLayer, count: number, labels: readonly number[], target: number) {
  if (layer.kind === 'hierarchical') {
    const { starts, nodes, bits } = layer.tree;
    const [start, end] = [starts[target]!, starts[target + 1]!];
    return { rows: nodes.subarray(start, end), labels: bits.subarray(start, end).map((bit) => 1 - bit) };
  }
  const rows = Array.from({ length: count }, (_, row) => row);
  const isRight = (row: number) => (layer.kind === 'softmax' ? row === target : labels.includes(row));
  return { rows, labels: rows.map((row) => Number(isRight(row))) };
}
