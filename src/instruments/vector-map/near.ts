import { neighboursOf } from '../../models/projection/neighbour-rows.ts';

/** Rows of length 1: the nearest by distance are then the nearest by angle. A row of zeros stays so. */
export function unitRows(vectors: Float32Array, d: number): Float32Array {
  const units = Float32Array.from(vectors);
  for (let start = 0; start < vectors.length; start += d) {
    const row = units.subarray(start, start + d);
    let square = 0;
    for (const value of row) square += value * value;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 1;
    for (let j = 0; j < d; j++) row[j]! *= scale;
  }
  return units;
}

/** Vectors of a map's points in their order, (n, d). */
export interface FullRows {
  readonly values: Float32Array;
  /** The same of length 1. */
  readonly units: Float32Array;
  readonly dimensions: number;
}

/** Rows in the order of other ids; all of them must be there. */
export function rowsInOrder(
  ids: Int32Array,
  values: Float32Array,
  d: number,
  wanted: Int32Array,
): Float32Array {
  if (ids.length === wanted.length && ids.every((id, i) => wanted[i] === id)) return values;
  const rowOf = new Map(Array.from(ids, (id, row) => [id, row]));
  const ordered = new Float32Array(wanted.length * d);
  wanted.forEach((id, i) => {
    const row = rowOf.get(id) ?? 0;
    ordered.set(values.subarray(row * d, (row + 1) * d), i * d);
  });
  return ordered;
}

/** What a map keeps of one point's neighbourhood. */
export interface KeptNear {
  /** The nearest in the full space among the points of the map, nearest first. */
  readonly nearest: readonly number[];
  /** Those of them that are among the equally many nearest on the map. */
  readonly kept: ReadonlySet<number>;
}

/**
 * @param full (n, d) in which distances mean what the map was made by
 * @param places (n, dimensions)
 */
export function keptNear(
  full: Float32Array,
  d: number,
  places: Float32Array,
  dimensions: number,
  at: number,
  count: number,
): KeptNear {
  const nearest = Array.from(neighboursOf(full, d, at, count).indices);
  const onMap = new Set(neighboursOf(places, dimensions, at, count).indices);
  return { nearest, kept: new Set(nearest.filter((i) => onMap.has(i))) };
}
