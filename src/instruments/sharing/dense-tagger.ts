import { sigmoid } from '../../models/dense/activations.ts';
import { fillXavier } from '../../models/initialise.ts';
import { createLayout, type ParameterLayout, viewSlot } from '../../models/parameters.ts';
import type { Random } from '../../models/random.ts';
import type { TaggedBatch } from './tagged-batch.ts';

/**
 * A plain dense net on a whole sentence: the one-hot vectors of T positions, one under the other, are one long input; h =
 * tanh(W₁x + b₁); ŷ = σ(W₂h + b₂), one output a position. A missing word is a block of zeros.
 */
export interface DenseShape {
  /** T: positions. */
  readonly places: number;
  /** V. */
  readonly vocabulary: number;
  /** n: hidden units. */
  readonly hidden: number;
}

/** W₁ (T·V, n): one row a position and word; W₂ (n, T). */
export function denseLayout({ places, vocabulary, hidden }: DenseShape): ParameterLayout {
  return createLayout([
    { name: 'inputWeights', shape: [places * vocabulary, hidden] },
    { name: 'inputBias', shape: [hidden] },
    { name: 'outputWeights', shape: [hidden, places] },
    { name: 'outputBias', shape: [places] },
  ]);
}

interface DenseViews {
  readonly inputWeights: Float64Array;
  readonly inputBias: Float64Array;
  readonly outputWeights: Float64Array;
  readonly outputBias: Float64Array;
}

function viewDense(shape: DenseShape, flat: Float64Array): DenseViews {
  const layout = denseLayout(shape);
  const view = (name: keyof DenseViews) => viewSlot(layout, flat, name);
  return {
    inputWeights: view('inputWeights'),
    inputBias: view('inputBias'),
    outputWeights: view('outputWeights'),
    outputBias: view('outputBias'),
  };
}

/** Xavier weights, zero biases. */
export function initialiseDense(shape: DenseShape, random: Random): Float64Array {
  const flat = new Float64Array(denseLayout(shape).length);
  const { inputWeights, outputWeights } = viewDense(shape, flat);
  fillXavier(inputWeights, shape.vocabulary, shape.hidden, random);
  fillXavier(outputWeights, shape.hidden, shape.places, random);
  return flat;
}

/** Example b's hidden layer; words behind the end are left out. */
function hiddenLayer(shape: DenseShape, views: DenseViews, batch: TaggedBatch, b: number): Float64Array {
  const { places, vocabulary, hidden } = shape;
  const z = views.inputBias.slice();
  for (let t = 0; t < places; t++) {
    if (!batch.mask[t * batch.size + b]) continue;
    const row = (t * vocabulary + batch.ids[t * batch.size + b]!) * hidden;
    for (let j = 0; j < hidden; j++) z[j]! += views.inputWeights[row + j]!;
  }
  return z.map(Math.tanh);
}

function outputs({ places, hidden }: DenseShape, views: DenseViews, h: Float64Array): Float64Array {
  const z = views.outputBias.slice();
  for (let j = 0; j < hidden; j++) {
    for (let t = 0; t < places; t++) z[t]! += h[j]! * views.outputWeights[j * places + t]!;
  }
  return z.map(sigmoid);
}

/** ŷ (T, B): the probability of "part of a name" at every position. */
export function predictDense(shape: DenseShape, flat: Float64Array, batch: TaggedBatch): Float64Array {
  const views = viewDense(shape, flat);
  const result = new Float64Array(shape.places * batch.size);
  for (let b = 0; b < batch.size; b++) {
    outputs(shape, views, hiddenLayer(shape, views, batch, b)).forEach((p, t) => {
      result[t * batch.size + b] = p;
    });
  }
  return result;
}

/** Adds one example's gradients, given its errors ∂L/∂z of the outputs (T). */
function addExample(
  shape: DenseShape,
  views: DenseViews,
  into: DenseViews,
  batch: TaggedBatch,
  example: { readonly b: number; readonly h: Float64Array; readonly errors: Float64Array },
): void {
  const { places, vocabulary, hidden } = shape;
  const { b, h, errors } = example;
  errors.forEach((error, t) => {
    into.outputBias[t]! += error;
  });
  for (let j = 0; j < hidden; j++) {
    let back = 0;
    for (let t = 0; t < places; t++) {
      into.outputWeights[j * places + t]! += h[j]! * errors[t]!;
      back += views.outputWeights[j * places + t]! * errors[t]!;
    }
    const delta = back * (1 - h[j]! * h[j]!);
    into.inputBias[j]! += delta;
    for (let t = 0; t < places; t++) {
      if (!batch.mask[t * batch.size + b]) continue;
      into.inputWeights[(t * vocabulary + batch.ids[t * batch.size + b]!) * hidden + j]! += delta;
    }
  }
}

/** Gradient of the mean binary cross-entropy per word, flat in layout order. */
export function denseGradient(shape: DenseShape, flat: Float64Array, batch: TaggedBatch): Float64Array {
  const gradient = new Float64Array(flat.length);
  const views = viewDense(shape, flat);
  const into = viewDense(shape, gradient);
  for (let b = 0; b < batch.size; b++) {
    const h = hiddenLayer(shape, views, batch, b);
    const errors = outputs(shape, views, h).map((p, t) => {
      const at = t * batch.size + b;
      return batch.mask[at] ? (p - batch.tags[at]!) / batch.words : 0;
    });
    addExample(shape, views, into, batch, { b, h, errors });
  }
  return gradient;
}

/** Length of the difference that training made to one row of W₁: what a word at one position has learnt. */
export function rowMoved(
  shape: DenseShape,
  before: Float64Array,
  after: Float64Array,
  place: number,
  id: number,
): number {
  const start = (place * shape.vocabulary + id) * shape.hidden;
  let sum = 0;
  for (let i = start; i < start + shape.hidden; i++) sum += (after[i]! - before[i]!) ** 2;
  return Math.sqrt(sum);
}
