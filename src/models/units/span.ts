import { forwardSequence } from '../cells/sequence.ts';
import type { CellState, SequenceInput, SequenceTrace } from '../cells/types.ts';
import { cellShapeOf, type NextSymbolShape, viewNextSymbol } from '../language/next-symbol.ts';
import { headLogits, softmax } from '../softmax/full.ts';
import type { PassageReading } from './passage.ts';

/** Tokens of a passage: from `from` to before `to`, counted from 0, of one layer. */
export interface Span {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Every gate of one layer over a span of a passage, by the reference, from the state that the network carried there. What the
 * layer below said, and the state itself, are those of the reading (32 bits); so the values are the passage's own.
 */
export function traceSpan(shape: NextSymbolShape, reading: PassageReading, span: Span): SequenceTrace {
  const { layer, from, to } = span;
  const cell = viewNextSymbol(shape, reading.parameters).layers[layer];
  if (!cell) throw new RangeError(`no layer ${layer}`);
  const size = { steps: to - from, batch: 1 };
  const initial = stateBefore(shape, reading, layer, from);
  return forwardSequence(shape.spec, cellShapeOf(shape, layer), cell, inputOf(shape, reading, span), size, {
    initial,
  });
}

/** What a layer carried into token `t`: zeros before the first. */
function stateBefore(
  { hidden: width }: NextSymbolShape,
  reading: PassageReading,
  layer: number,
  t: number,
): CellState {
  const read = reading.layers[layer];
  const carried = (values: Float32Array | undefined) =>
    t > 0 ? Float64Array.from(rowsOf(values, width, t - 1, t)) : new Float64Array(width);
  return {
    hidden: carried(read?.hidden),
    cell: read && read.cell.length > 0 ? carried(read.cell) : new Float64Array(0),
  };
}

function inputOf(
  { hidden: width }: NextSymbolShape,
  reading: PassageReading,
  { layer, from, to }: Span,
): SequenceInput {
  if (layer === 0) return { form: 'one-hot', ids: reading.ids.slice(from, to) };
  const below = reading.layers[layer - 1];
  return { form: 'dense', values: Float64Array.from(rowsOf(below?.hidden, width, from, to)) };
}

const rowsOf = (values: Float32Array | undefined, width: number, from: number, to: number): Float32Array =>
  (values ?? new Float32Array(0)).subarray(from * width, to * width);

/** ŷ before token `t` was read (V): what was expected there; null before the first, which nothing foretold. */
export function expectedAt(shape: NextSymbolShape, reading: PassageReading, t: number): Float64Array | null {
  const top = reading.layers[shape.layers - 1];
  if (!top || t < 1 || t > reading.ids.length) return null;
  const said = Float64Array.from(rowsOf(top.hidden, shape.hidden, t - 1, t));
  const { head } = viewNextSymbol(shape, reading.parameters);
  return softmax(headLogits(head, said, 1), shape.vocabulary);
}

/** −log₂ P of each token given those before it (T), bits; NaN for the first. */
export function surprise({ logProbabilities }: Pick<PassageReading, 'logProbabilities'>): Float32Array {
  return logProbabilities.map((value) => -value / Math.LN2);
}

/** Mean of the finite numbers; NaN when there is none. */
export function meanBits(bits: Float32Array): number {
  const known = bits.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
