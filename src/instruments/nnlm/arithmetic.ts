import type { NnlmParameters, NnlmShape, NnlmTrace } from '../../models/nnlm/network.ts';

/** One part of a sum: of word `at` of the context, or of unit `at` of the tanh layer. */
export interface Term {
  readonly at: number;
  readonly value: number;
}

/** A weighted sum, in parts that add up to it. */
export interface Arithmetic {
  readonly terms: readonly Term[];
  readonly bias: number;
  readonly total: number;
}

/** Everything that is needed to follow one prediction. */
export interface Reading {
  readonly shape: NnlmShape;
  readonly parameters: NnlmParameters;
  readonly trace: NnlmTrace;
}

function sumUp(terms: readonly Term[], bias: number): Arithmetic {
  return { terms, bias, total: terms.reduce((sum, { value }) => sum + value, bias) };
}

/** x W in column `column`, each word of the context by itself. */
function byWord({ shape, trace }: Reading, weights: Float64Array, column: number, columns: number): Term[] {
  const d = shape.dimensions;
  return Array.from({ length: shape.context }, (_, at) => {
    let value = 0;
    for (let i = at * d; i < (at + 1) * d; i++) value += trace.inputs[i]! * weights[i * columns + column]!;
    return { at, value };
  });
}

/** What goes into a unit's tanh: what each word brings, and the bias. */
export function unitArithmetic(reading: Reading, unit: number): Arithmetic {
  const { shape, parameters } = reading;
  return sumUp(byWord(reading, parameters.hiddenWeights, unit, shape.hidden), parameters.hiddenBias[unit]!);
}

/** A word's score: what each unit brings, or without units each word, and the bias. */
export function scoreArithmetic(reading: Reading, word: number): Arithmetic {
  const { shape, parameters, trace } = reading;
  const v = shape.vocabulary;
  const bias = parameters.outputBias[word]!;
  if (shape.hidden === 0) return sumUp(byWord(reading, parameters.outputWeights, word, v), bias);
  const terms = Array.from(trace.hidden, (value, at) => ({
    at,
    value: value * parameters.outputWeights[at * v + word]!,
  }));
  return sumUp(terms, bias);
}

/** Cosines of a row of the vectors with those of all words, the nearest first, itself left out. */
export function nearestRows(
  { shape, parameters }: Pick<Reading, 'shape' | 'parameters'>,
  row: number,
  count: number,
): readonly { readonly id: number; readonly cosine: number }[] {
  const d = shape.dimensions;
  const vector = (id: number) => parameters.vectors.subarray(id * d, id * d + d);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const own = vector(row);
  return Array.from({ length: shape.vocabulary }, (_, id) => {
    const other = vector(id);
    return { id, cosine: dot(own, other) / Math.sqrt(dot(own, own) * dot(other, other)) };
  })
    .filter(({ id }) => id !== row)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count);
}

/** How often these words stand one behind the other in the lines. */
export function timesSeen(lines: readonly (readonly string[])[], words: readonly string[]): number {
  let seen = 0;
  for (const line of lines) {
    for (let at = 0; at + words.length <= line.length; at++) {
      if (words.every((word, i) => line[at + i] === word)) seen++;
    }
  }
  return seen;
}
