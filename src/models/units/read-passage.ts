import {
  forwardNextSymbol,
  type NextSymbolShape,
  viewNextSymbol,
  zeroStates,
} from '../language/next-symbol.ts';
import { finalStates } from '../network/token-network.ts';
import { headLogits, softmax } from '../softmax/full.ts';
import type { PassageReading } from './passage.ts';

/** Tokens between two looks at whether to go on. */
const PART = 32;

type Numbers = Pick<PassageReading, 'layers' | 'logProbabilities'>;

/**
 * What every hidden unit does over a passage, from a zero state, by the reference. A generator: it says after every few tokens
 * how many are done, so that whoever asks can rest in between.
 */
export function* readPassage(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
): Generator<number, Numbers> {
  const { layers, hidden, vocabulary } = shape;
  const { head } = viewNextSymbol(shape, flat);
  const read: { hidden: Float32Array; cell: Float32Array }[] = [];
  const logProbabilities = new Float32Array(ids.length).fill(Number.NaN);
  let states = zeroStates(shape, 1);
  for (let start = 0; start < ids.length; start += PART) {
    const part = ids.subarray(start, start + PART);
    const trace = forwardNextSymbol(shape, flat, part, states);
    states = finalStates(trace);
    trace.layers.flat().forEach(({ values }, layer) => {
      read[layer] ??= {
        hidden: new Float32Array(ids.length * hidden),
        cell: new Float32Array(values.cell ? ids.length * hidden : 0),
      };
      if (values.hidden) read[layer]?.hidden.set(values.hidden, start * hidden);
      if (values.cell) read[layer]?.cell.set(values.cell, start * hidden);
    });
    const probabilities = softmax(headLogits(head, trace.output, part.length), vocabulary);
    for (let t = 0; t < part.length && start + t + 1 < ids.length; t++) {
      logProbabilities[start + t + 1] = Math.log(probabilities[t * vocabulary + ids[start + t + 1]!]!);
    }
    yield start + part.length;
  }
  const empty = { hidden: new Float32Array(0), cell: new Float32Array(0) };
  return { layers: Array.from({ length: layers }, (_, i) => read[i] ?? empty), logProbabilities };
}
