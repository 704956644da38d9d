import { softmax } from '../softmax/full.ts';
import { hierarchicalLossAndGradients, leafLogProbabilities } from '../softmax/hierarchical.ts';
import { negativeLossAndGradients } from '../softmax/negative.ts';
import type { EmbeddingExample, EmbeddingVectors, OutputLayer } from './types.ts';

/** h: the mean of the inputs' vectors (d). */
export function hiddenOf(input: Float64Array, inputs: ArrayLike<number>, d: number): Float64Array {
  const hidden = new Float64Array(d);
  for (let i = 0; i < inputs.length; i++) {
    for (let j = 0; j < d; j++) hidden[j]! += input[inputs[i]! * d + j]! / inputs.length;
  }
  return hidden;
}

/** Scores of all words against h (V). */
export function scoresOf(output: Float64Array, hidden: Float64Array): Float64Array {
  const d = hidden.length;
  return Float64Array.from({ length: output.length / d }, (_, row) =>
    hidden.reduce((sum, value, j) => sum + value * output[row * d + j]!, 0),
  );
}

/**
 * P of every word given the inputs (V): by the full softmax, or by the tree. Negative sampling trains no distribution; its
 * scores through a softmax are what is shown for it, and are said to be that.
 */
export function wordProbabilities(
  vectors: EmbeddingVectors,
  layer: OutputLayer,
  inputs: ArrayLike<number>,
  d: number,
): Float64Array {
  const hidden = hiddenOf(vectors.input, inputs, d);
  if (layer.kind === 'hierarchical') {
    return leafLogProbabilities({ tree: layer.tree, vectors: vectors.output, hidden }).map(Math.exp);
  }
  const scores = scoresOf(vectors.output, hidden);
  return softmax(scores, scores.length);
}

/**
 * The loss of one example (nats) and its gradients, added to `gradients` (Mikolov et al. 2013; Rong 2014, "word2vec Parameter
 * Learning Explained"). The gradient of h is shared out over the inputs: the mean's own gradient.
 */
export function exampleLossAndGradients(
  vectors: EmbeddingVectors,
  layer: OutputLayer,
  example: EmbeddingExample,
  gradients: EmbeddingVectors,
  d: number,
): number {
  const { inputs } = example;
  const hidden = hiddenOf(vectors.input, inputs, d);
  const hiddenGradient = new Float64Array(d);
  const loss = outputLoss(vectors.output, layer, example, hidden, gradients.output, hiddenGradient);
  for (let i = 0; i < inputs.length; i++) {
    for (let j = 0; j < d; j++) gradients.input[inputs[i]! * d + j]! += hiddenGradient[j]! / inputs.length;
  }
  return loss;
}

function outputLoss(
  vectors: Float64Array,
  layer: OutputLayer,
  { target, negatives }: EmbeddingExample,
  hidden: Float64Array,
  vectorGradients: Float64Array,
  hiddenGradient: Float64Array,
): number {
  const scores = { vectors, hidden };
  switch (layer.kind) {
    case 'full':
      return fullLoss(vectors, target, hidden, vectorGradients, hiddenGradient);
    case 'hierarchical':
      return hierarchicalLossAndGradients(
        { ...scores, tree: layer.tree },
        target,
        vectorGradients,
        hiddenGradient,
      );
    case 'negative':
      return negativeLossAndGradients(scores, target, negatives, vectorGradients, hiddenGradient);
  }
}

/** −ln softmax(V h)_target; every row of the output layer has a gradient. */
function fullLoss(
  vectors: Float64Array,
  target: number,
  hidden: Float64Array,
  vectorGradients: Float64Array,
  hiddenGradient: Float64Array,
): number {
  const d = hidden.length;
  const scores = scoresOf(vectors, hidden);
  const probabilities = softmax(scores, scores.length);
  probabilities.forEach((p, row) => {
    const error = p - Number(row === target);
    for (let j = 0; j < d; j++) {
      hiddenGradient[j]! += error * vectors[row * d + j]!;
      vectorGradients[row * d + j]! += error * hidden[j]!;
    }
  });
  return -Math.log(probabilities[target]!);
}
