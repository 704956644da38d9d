import { cellParameterCount } from '../../models/cells/parameters.ts';
import { DEFAULT_RNN } from '../../models/cells/roles.ts';

export interface CountedShape {
  /** T: words of the longest sentence. */
  readonly steps: number;
  /** n: hidden units. */
  readonly hidden: number;
  /** V: length of a one-hot vector. */
  readonly vocabulary: number;
}

export const COUNT_KINDS = ['recurrent', 'dense', 'unshared'] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/** W (rows × columns) and its bias. */
const affine = (inputs: number, outputs: number): number => inputs * outputs + outputs;

/** Parameters of the cell alone, as the model itself counts them. */
const cell = ({ hidden, vocabulary }: CountedShape): number =>
  cellParameterCount(DEFAULT_RNN, { inputs: vocabulary, hidden });

/**
 * Parameters of a tagger with one output a word. `dense`: all one-hot vectors under one another, one hidden layer, T outputs.
 * `unshared`: an RNN that had weights of its own for every step.
 */
export const COUNTS: Readonly<Record<CountKind, (shape: CountedShape) => number>> = {
  recurrent: (shape) => cell(shape) + affine(shape.hidden, 1),
  dense: ({ steps, hidden, vocabulary }) => affine(steps * vocabulary, hidden) + affine(hidden, steps),
  unshared: (shape) => shape.steps * (cell(shape) + affine(shape.hidden, 1)),
};

/** Bytes of so many 32-bit floats. */
export const floatBytes = (count: number): number => 4 * count;
