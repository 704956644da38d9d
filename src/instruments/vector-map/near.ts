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
