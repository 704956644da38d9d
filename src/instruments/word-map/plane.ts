import { alignPoints, principalPlane } from '../../models/projection/pca.ts';
import type { WordPair } from './words.ts';

/** Words on their principal plane. */
export interface WordPlane {
  /** Those that have a vector, as asked for. */
  readonly words: readonly string[];
  readonly missing: readonly string[];
  /** (n, 2). */
  readonly points: Float64Array;
  /** Share of the words' variance that the plane shows; 0 where there is none. */
  readonly share: number;
}

const lengthOf = (vector: Float64Array): number => Math.hypot(...vector);

/** Of length 1: the map shows directions, which is what a cosine compares. 0 stays 0. */
export function unit(vector: Float64Array): Float64Array {
  const length = lengthOf(vector);
  return length > 0 ? vector.map((x) => x / length) : vector;
}

/**
 * The plane on which the words' directions differ most, turned to lie as the one before did.
 * @param vectors of the words in order; null where a word has none
 */
export function planeOf(
  words: readonly string[],
  vectors: readonly (Float64Array | null)[],
  before: WordPlane | null,
): WordPlane {
  const known = words.flatMap((word, i) => {
    const vector = vectors[i];
    return vector ? [{ word, vector: unit(vector) }] : [];
  });
  const d = known[0]?.vector.length ?? 0;
  const rows = new Float64Array(known.length * d);
  known.forEach(({ vector }, i) => {
    rows.set(vector, i * d);
  });
  const { points, variances, total } = principalPlane(rows, known.length, d);
  const names = known.map(({ word }) => word);
  return {
    words: names,
    missing: words.filter((word) => !names.includes(word)),
    points: before ? alignPoints(points, placesBefore(names, before)) : points,
    share: total > 0 ? (variances[0] + variances[1]) / total : 0,
  };
}

/** Where the words were; NaN where they were not shown. */
function placesBefore(names: readonly string[], before: WordPlane): Float64Array {
  const places = new Float64Array(2 * names.length).fill(Number.NaN);
  names.forEach((name, i) => {
    const at = before.words.indexOf(name);
    if (at >= 0) places.set(before.points.subarray(2 * at, 2 * at + 2), 2 * i);
  });
  return places;
}

/**
 * How parallel the arrows of each relation are: the mean cosine of every two of their directions, in all dimensions. NaN for a
 * relation with fewer than two arrows whose words all have vectors.
 */
export function parallelism(
  pairs: readonly WordPair[],
  vectorOf: (word: string) => Float64Array | null,
): readonly number[] {
  const count = Math.max(0, ...pairs.map(({ relation }) => relation + 1));
  return Array.from({ length: count }, (_, relation) => {
    const arrows = pairs
      .filter((pair) => pair.relation === relation)
      .flatMap(({ from, to }) => {
        const [a, b] = [vectorOf(from), vectorOf(to)];
        return a && b ? [difference(unit(a), unit(b))] : [];
      });
    const cosines = arrows.flatMap((a, i) => arrows.slice(i + 1).map((b) => dot(a, b)));
    return cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
  });
}

export const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

const difference = (a: Float64Array, b: Float64Array): Float64Array => unit(b.map((x, i) => x - (a[i] ?? 0)));
