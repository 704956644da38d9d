import { principalPlane } from '../../../models/projection/pca.ts';
import {
  centreAgreement,
  clusterAgreement,
  correlation,
  extremes,
  neutraliseAll,
  positiveNeighbours,
} from '../../../models/vectors/bias-left.ts';
import { dot } from '../../../models/vectors/row-kernel.ts';
import type { VectorAnswers } from '../../../store/vectors-state.ts';
import { GENDERED } from './word-lists.ts';

/** Neighbours of a word that are looked at. */
export const NEIGHBOURS = 100;

export interface Both {
  readonly before: number;
  readonly after: number;
}

export interface Left {
  readonly looked: number;
  /** The farthest words of each side. */
  readonly low: readonly string[];
  readonly high: readonly string[];
  /** Largest |cosine| with the direction. */
  readonly along: Both;
  readonly centre: Both;
  readonly cluster: Both;
  readonly correlation: Both;
  /** Share of all words looked at, gendered ones aside, that lay on the high side. */
  readonly base: number;
  readonly words: readonly { readonly word: string; readonly along: number; readonly share: Both }[];
  /** Both groups on their principal plane (n, 2), the low side first. */
  readonly maps: { readonly before: Float32Array; readonly after: Float32Array };
}

/** Rows (n, d), each of length 1; zeros stay zeros. */
export function unitRows(vectors: Float32Array, d: number): Float32Array {
  const units = new Float32Array(vectors.length);
  for (let at = 0; at < vectors.length; at += d) {
    const row = vectors.subarray(at, at + d);
    const length = Math.sqrt(dot(row, row));
    if (length > 0) for (let k = 0; k < d; k++) units[at + k] = row[k]! / length;
  }
  return units;
}

function planeOf(units: Float32Array, d: number, rows: readonly number[]): Float32Array {
  const chosen = new Float64Array(rows.length * d);
  for (const [i, row] of rows.entries()) chosen.set(units.subarray(row * d, (row + 1) * d), i * d);
  return Float32Array.from(principalPlane(chosen, rows.length, d).points);
}

/**
 * Neutralises all words of `rows` and looks for what of the former sides can still be read. Yields between its parts, for a page that
 * wants to draw. `asked` are words whose neighbours are counted.
 */
export function* findLeft(
  rows: Pick<VectorAnswers['rows'], 'words' | 'vectors' | 'dimensions'>,
  g: Float64Array,
  most: number,
  asked: readonly string[],
): Generator<void, Left> {
  const { words, dimensions: d } = rows;
  const units = unitRows(rows.vectors, d);
  const isOut = (i: number) => GENDERED.has(words[i] ?? '');
  const alongOf = (from: Float32Array) =>
    Float64Array.from(words, (_, i) => dot(g, from.subarray(i * d, (i + 1) * d)));
  const along = alongOf(units);
  yield;
  const neutral = neutraliseAll(units, d, g);
  yield;
  const { negative, positive } = extremes(along, most, isOut);
  const both = (measure: (from: Float32Array) => number): Both => ({
    before: measure(units),
    after: measure(neutral),
  });
  const largest = both((from) => alongOf(from).reduce((most, x) => Math.max(most, Math.abs(x)), 0));
  const centre = both((from) => centreAgreement(from, d, negative, positive));
  yield;
  const cluster = both((from) => clusterAgreement(from, d, negative, positive));
  yield;
  const at = new Map(words.map((word, i) => [word, i]));
  const counted: Left['words'][number][] = [];
  for (const word of asked) {
    const i = at.get(word);
    if (i === undefined) continue;
    const share = both((from) => positiveNeighbours(from, d, i, along, NEIGHBOURS, isOut));
    counted.push({ word, along: along[i] ?? 0, share });
    yield;
  }
  const cosines = counted.map((one) => one.along);
  const chosen = [...negative, ...positive];
  const maps = { before: planeOf(units, d, chosen), after: planeOf(neutral, d, chosen) };
  const asides = words.map((_, i) => i).filter((i) => !isOut(i));
  return {
    looked: words.length,
    base: asides.filter((i) => (along[i] ?? 0) > 0).length / asides.length,
    low: negative.map((i) => words[i] ?? ''),
    high: positive.map((i) => words[i] ?? ''),
    along: largest,
    centre,
    cluster,
    correlation: {
      before: correlation(
        cosines,
        counted.map(({ share }) => share.before),
      ),
      after: correlation(
        cosines,
        counted.map(({ share }) => share.after),
      ),
    },
    words: counted.sort((x, y) => x.along - y.along),
    maps,
  };
}
