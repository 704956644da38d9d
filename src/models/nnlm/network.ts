import type { Random } from '../random.ts';
import { logSoftmax } from '../softmax/full.ts';

/** Sizes of a neural language model with a fixed window (Bengio et al. 2003). */
export interface NnlmShape {
  /** V: words that can be foretold. */
  readonly vocabulary: number;
  /** D: numbers of a word's vector. */
  readonly dimensions: number;
  /** N: words that are read, those just before the one that is foretold. */
  readonly context: number;
  /** H: units of the tanh layer; 0: there is none, and the scores come straight from the vectors. */
  readonly hidden: number;
}

/** Everything that is learnt. */
export interface NnlmParameters {
  /** E (V + 1, D), row-major: the words' vectors, and behind them that of the place before a text begins. */
  readonly vectors: Float64Array;
  /** (N·D, H) row-major: row = number of the input, column = unit. Empty without a tanh layer. */
  readonly hiddenWeights: Float64Array;
  /** (H). */
  readonly hiddenBias: Float64Array;
  /** (H, V), or (N·D, V) without a tanh layer. */
  readonly outputWeights: Float64Array;
  /** (V). */
  readonly outputBias: Float64Array;
}

/** Every value on the way from a context to its prediction. */
export interface NnlmTrace {
  /** x (N·D): the vectors of the words, one after the other. */
  readonly inputs: Float64Array;
  /** tanh(W x + b) (H); empty without that layer. */
  readonly hidden: Float64Array;
  /** ln P of each word (V), nats. */
  readonly logProbabilities: Float64Array;
}

/** Row of the place before a text begins: where a context reaches further back than its sentence. */
export const startOf = ({ vocabulary }: Pick<NnlmShape, 'vocabulary'>): number => vocabulary;

/** Numbers that the scores are computed from. */
const outputsFrom = ({ hidden, context, dimensions }: NnlmShape) => hidden || context * dimensions;

/** The beginning: weights normal with variance 1 over their inputs (LeCun), vectors with variance 0.1, biases 0. */
export function initialNnlm(shape: NnlmShape, random: Random): NnlmParameters {
  const { vocabulary, dimensions, context, hidden } = shape;
  const wide = context * dimensions;
  const draw = (length: number, deviation: number) =>
    Float64Array.from({ length }, () => deviation * random.normal());
  return {
    vectors: draw((vocabulary + 1) * dimensions, Math.sqrt(0.1)),
    hiddenWeights: draw(wide * hidden, 1 / Math.sqrt(wide)),
    hiddenBias: new Float64Array(hidden),
    outputWeights: draw(outputsFrom(shape) * vocabulary, 1 / Math.sqrt(outputsFrom(shape))),
    outputBias: new Float64Array(vocabulary),
  };
}

/**
 * Reads N words and foretells the next: y = b + U tanh(d + H x), without the direct connections that the paper leaves optional
 * (equation 1). `context` holds rows of the vectors, the nearest word last.
 */
export function readContext(
  shape: NnlmShape,
  parameters: NnlmParameters,
  context: ArrayLike<number>,
): NnlmTrace {
  const { dimensions: d, hidden: units, vocabulary } = shape;
  const inputs = new Float64Array(shape.context * d);
  for (let i = 0; i < shape.context; i++) {
    inputs.set(parameters.vectors.subarray(context[i]! * d, context[i]! * d + d), i * d);
  }
  const hidden =
    units > 0
      ? affine(inputs, parameters.hiddenWeights, parameters.hiddenBias).map(Math.tanh)
      : new Float64Array(0);
  const scores = affine(units > 0 ? hidden : inputs, parameters.outputWeights, parameters.outputBias);
  return { inputs, hidden, logProbabilities: logSoftmax(scores, vocabulary) };
}

/** b + x W for x (n) and W (n, m). */
function affine(x: Float64Array, weights: Float64Array, bias: Float64Array): Float64Array {
  const m = bias.length;
  const result = bias.slice();
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    const row = i * m;
    for (let j = 0; j < m; j++) result[j]! += value * weights[row + j]!;
  }
  return result;
}

/**
 * One step of gradient descent with rate η on one word, all gradients from the values before it. Returns its loss before the
 * step, −ln P, nats.
 */
export function learnWord(
  shape: NnlmShape,
  parameters: NnlmParameters,
  {
    context,
    word,
    rate,
  }: { readonly context: ArrayLike<number>; readonly word: number; readonly rate: number },
): number {
  const { inputs, hidden, logProbabilities } = readContext(shape, parameters, context);
  const { vectors, hiddenWeights, hiddenBias, outputWeights, outputBias } = parameters;
  const errors = logProbabilities.map(Math.exp);
  errors[word]! -= 1;
  const below = shape.hidden > 0 ? hidden : inputs;
  let back = descend(below, outputWeights, outputBias, errors, rate);
  if (shape.hidden > 0) {
    const through = back.map((gradient, i) => gradient * (1 - hidden[i]! * hidden[i]!));
    back = descend(inputs, hiddenWeights, hiddenBias, through, rate);
  }
  const d = shape.dimensions;
  for (let i = 0; i < inputs.length; i++) {
    vectors[context[Math.floor(i / d)]! * d + (i % d)]! -= rate * back[i]!;
  }
  return -logProbabilities[word]!;
}

/** A step of b + x W against the gradient of what it gives. Returns ∂/∂x, from the weights before the step. */
function descend(
  x: Float64Array,
  weights: Float64Array,
  bias: Float64Array,
  gradient: Float64Array,
  rate: number,
): Float64Array {
  const m = bias.length;
  const back = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const step = rate * x[i]!;
    const row = i * m;
    let sum = 0;
    for (let j = 0; j < m; j++) {
      sum += weights[row + j]! * gradient[j]!;
      weights[row + j]! -= step * gradient[j]!;
    }
    back[i] = sum;
  }
  for (let j = 0; j < m; j++) bias[j]! -= rate * gradient[j]!;
  return back;
}

/** Numbers that are learnt. */
export function nnlmSize(shape: NnlmShape): number {
  const { vocabulary: v, dimensions: d, context: n, hidden: h } = shape;
  return (v + 1) * d + (h > 0 ? (n * d + 1) * h : 0) + (outputsFrom(shape) + 1) * v;
}
