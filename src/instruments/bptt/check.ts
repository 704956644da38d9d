import { centralDifference, relativeDifference } from '../../models/finite-difference.ts';
import { nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { summedLoss } from '../../models/language/through-time.ts';
import { type Truncation, truncatedGradient } from '../../models/language/truncation.ts';
import { findSlot } from '../../models/parameters.ts';
import type { Reading } from './reading.ts';

/** The network's matrices as the equations write them: a row what is computed, a column what is read. */
export const MATRICES = ['recurrent', 'input', 'bias', 'head', 'head-bias'] as const;
export type MatrixId = (typeof MATRICES)[number];

const SLOTS: Readonly<Record<MatrixId, string>> = {
  recurrent: 'layers.0.recurrentWeights',
  input: 'layers.0.inputWeights',
  bias: 'layers.0.bias',
  head: 'head.weights',
  'head-bias': 'head.bias',
};

type Axis = 'unit' | 'token' | 'one';

/** A matrix laid out for looking at: units are rows, characters columns, so that it is wide rather than high. */
export interface MatrixView {
  readonly id: MatrixId;
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  /** Unit or token id of each row and column. */
  readonly rowIds: readonly number[];
  readonly columnIds: readonly number[];
  /** Flat index of the parameter at a row and column of the view. */
  readonly index: (row: number, column: number) => number;
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/** `input` shows only the characters that the sentence contains: no other column has a gradient. */
export function matrixView({ network, through }: Reading, id: MatrixId): MatrixView {
  const { hidden, vocabulary } = network.shape;
  const { offset } = findSlot(nextSymbolLayout(network.shape), SLOTS[id]);
  const units = range(hidden);
  const tokens = range(vocabulary);
  if (id === 'bias' || id === 'head-bias') {
    const columnIds = id === 'bias' ? units : tokens;
    const columnAxis = id === 'bias' ? 'unit' : 'token';
    return { id, rowAxis: 'one', columnAxis, rowIds: [0], columnIds, index: (_, column) => offset + column };
  }
  if (id === 'recurrent') {
    // The model keeps a row for each unit that is read; the equations a column.
    const index = (row: number, column: number) => offset + column * hidden + row;
    return { id, rowAxis: 'unit', columnAxis: 'unit', rowIds: units, columnIds: units, index };
  }
  const columnIds = id === 'head' ? tokens : [...new Set(through.ids)];
  const index = (row: number, column: number) =>
    id === 'head'
      ? offset + row * vocabulary + (columnIds[column] ?? 0)
      : offset + (columnIds[column] ?? 0) * hidden + row;
  return { id, rowAxis: 'unit', columnAxis: 'token', rowIds: units, columnIds, index };
}

/** L = Σ L^⟨t⟩ of the reading's sentence under other parameters: a forward pass and nothing else. */
export const lossOf =
  ({ network, through }: Reading) =>
  (parameters: Float64Array): number =>
    summedLoss(network.shape, parameters, through.ids, through.targets);

export function gradientOf({ network, through }: Reading, truncation: Truncation): Float64Array {
  return truncatedGradient(network.shape, network.parameters, through.ids, through.targets, truncation);
}

/** One weight by both ways. */
export interface CheckedWeight {
  readonly value: number;
  readonly analytic: number;
  readonly numeric: number;
  /** L with the weight moved up and down by h. */
  readonly above: number;
  readonly below: number;
  /** |analytic − numeric| / max; 0 when they are equal. */
  readonly relative: number;
}

export function checkWeight(
  reading: Reading,
  analytic: Float64Array,
  index: number,
  h: number,
): CheckedWeight {
  const { parameters } = reading.network;
  const value = parameters[index] ?? Number.NaN;
  const loss = lossOf(reading);
  const moved = (by: number) => loss(parameters.map((one, i) => (i === index ? one + by : one)));
  const numeric = centralDifference(loss, parameters, index, h);
  const found = analytic[index] ?? Number.NaN;
  return {
    value,
    analytic: found,
    numeric,
    above: moved(h),
    below: moved(-h),
    relative: relativeDifference(found, numeric),
  };
}

/** Powers of ten that the step size may be. */
export const LOG_H = { low: -13, high: -0.5, step: 0.25 } as const;

/** Relative difference at every step size on offer, from large to small. */
export function differenceCurve(
  reading: Reading,
  analytic: Float64Array,
  index: number,
): readonly { readonly x: number; readonly y: number }[] {
  const loss = lossOf(reading);
  const { parameters } = reading.network;
  const count = Math.round((LOG_H.high - LOG_H.low) / LOG_H.step) + 1;
  return range(count).map((i) => {
    const x = 10 ** (LOG_H.high - i * LOG_H.step);
    const numeric = centralDifference(loss, parameters, index, x);
    return { x, y: relativeDifference(analytic[index] ?? Number.NaN, numeric) };
  });
}

/** Decimal digits on which two numbers agree, about; 16 where they are equal. */
export const agreeingDigits = (relative: number): number =>
  relative === 0 ? 16 : Math.max(0, Math.floor(-Math.log10(relative)));

const EPSILON = 2 ** -53;

/** What rounding alone would make of the difference: L is known to one part in 2⁵³, and the quotient divides that by h. */
export const roundingError = (loss: number, gradient: number, h: number): number =>
  (EPSILON * loss) / (h * Math.abs(gradient));
