import { dot, testNumbers } from '../gradient-check.testkit.ts';
import { cellParameterCount, viewCell } from './parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN, hasCell } from './roles.ts';
import { forwardSequence, type SequenceOptions } from './sequence.ts';
import type {
  CellParameters,
  CellShape,
  CellSpec,
  CellState,
  SequenceInput,
  SequenceSize,
  SequenceTrace,
} from './types.ts';

/** Every variant that the models promise, by a name for the test report. */
export const VARIANTS: readonly (readonly [string, CellSpec])[] = [
  ['RNN tanh', DEFAULT_RNN],
  ['RNN ReLU', { ...DEFAULT_RNN, activation: 'relu' }],
  ...(['full', 'simplified'] as const).flatMap((variant) =>
    (['before', 'after'] as const).flatMap((reset) =>
      (['writes', 'keeps'] as const).map((update): readonly [string, CellSpec] => [
        `GRU ${variant}, reset ${reset}, ${update}`,
        { ...DEFAULT_GRU, variant, reset, update },
      ]),
    ),
  ),
  ['GRU with hard gates', { ...DEFAULT_GRU, gate: 'hard-sigmoid', candidate: 'softsign' }],
  ['LSTM', DEFAULT_LSTM],
  ['LSTM with peepholes', { ...DEFAULT_LSTM, peepholes: true }],
  ['LSTM, linear output', { ...DEFAULT_LSTM, output: 'linear' }],
  ['LSTM with hard gates', { ...DEFAULT_LSTM, gate: 'hard-sigmoid', peepholes: true }],
];

export interface CellCase {
  readonly spec: CellSpec;
  readonly shape: CellShape;
  readonly size: SequenceSize;
  readonly flat: Float64Array;
  readonly parameters: CellParameters;
  readonly input: SequenceInput & { readonly form: 'dense' };
  readonly initial: CellState;
}

/** A cell with random parameters, dense input and initial state. */
export function cellCase(
  spec: CellSpec,
  shape: CellShape = { inputs: 3, hidden: 5 },
  size: SequenceSize = { steps: 4, batch: 3 },
  seed = 1,
): CellCase {
  const flat = testNumbers(seed, cellParameterCount(spec, shape), 0.8);
  const state = size.batch * shape.hidden;
  return {
    spec,
    shape,
    size,
    flat,
    parameters: viewCell(spec, shape, flat),
    input: { form: 'dense', values: testNumbers(seed + 1, size.steps * size.batch * shape.inputs, 1.5) },
    initial: {
      hidden: testNumbers(seed + 2, state),
      cell: testNumbers(seed + 3, hasCell(spec) ? state : 0),
    },
  };
}

export function runCase(
  { spec, shape, parameters, input, size, initial }: CellCase,
  options: SequenceOptions = {},
): SequenceTrace {
  return forwardSequence(spec, shape, parameters, input, size, { initial, ...options });
}

/** Weights of a scalar loss that looks at every output and at the final state. */
export interface LossWeights {
  readonly hidden: Float64Array;
  readonly finalHidden: Float64Array;
  readonly finalCell: Float64Array;
}

export function lossWeights({ initial, size }: CellCase, seed = 11): LossWeights {
  return {
    hidden: testNumbers(seed, size.steps * initial.hidden.length),
    finalHidden: testNumbers(seed + 1, initial.hidden.length),
    finalCell: testNumbers(seed + 2, initial.cell.length),
  };
}

export function traceLoss(trace: SequenceTrace, weights: LossWeights): number {
  return (
    dot(trace.values.hidden ?? new Float64Array(0), weights.hidden) +
    dot(trace.final.hidden, weights.finalHidden) +
    dot(trace.final.cell, weights.finalCell)
  );
}
