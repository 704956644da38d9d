import type { MapDimensions, NearestNeighbours } from '../../models/projection/tsne-types.ts';

/** Where points of a map are, by what they are called, after so many iterations. */
export interface Places {
  readonly iteration: number;
  readonly dimensions: MapDimensions;
  readonly ids: Int32Array;
  /** (n, dimensions). */
  readonly positions: Float32Array;
}

const HEADER = 3;

/** As bytes: iteration, dimensions, count, then ids and positions. */
export function writePlaces({ iteration, dimensions, ids, positions }: Places): Uint8Array<ArrayBuffer> {
  const words = new Int32Array(HEADER + ids.length + positions.length);
  words.set([iteration, dimensions, ids.length]);
  words.set(ids, HEADER);
  new Float32Array(words.buffer).set(positions, HEADER + ids.length);
  return new Uint8Array(words.buffer);
}

/** Null for bytes that are no places. */
export function readPlaces(bytes: Uint8Array): Places | null {
  const words = new Int32Array(bytes.slice().buffer, 0, bytes.length >> 2);
  const [iteration = 0, dimensions = 0, count = -1] = words;
  if (dimensions !== 2 && dimensions !== 3) return null;
  if (count < 0 || words.length !== HEADER + count * (1 + dimensions)) return null;
  const ids = words.slice(HEADER, HEADER + count);
  const positions = new Float32Array(words.slice(HEADER + count).buffer);
  return positions.every(Number.isFinite) ? { iteration, dimensions, ids, positions } : null;
}

/**
 * Places for points some of which had one before: those keep it. A new point begins at the mean of its neighbours that have one,
 * the nearer the heavier (1 / squared distance); one that knows nobody begins in the middle.
 */
export function placesFor(ids: Int32Array, before: Places, near: NearestNeighbours): Float32Array {
  const m = before.dimensions;
  const was = new Map([...before.ids].map((id, i) => [id, i]));
  const positions = new Float32Array(ids.length * m);
  const isNew = ids.map((id) => (was.has(id) ? 0 : 1));
  ids.forEach((id, i) => {
    const from = was.get(id);
    if (from !== undefined) positions.set(before.positions.subarray(from * m, (from + 1) * m), i * m);
  });
  isNew.forEach((yes, i) => {
    if (yes) positions.set(meanPlace(i, near, isNew, positions, m), i * m);
  });
  return positions;
}

function meanPlace(
  i: number,
  { count, indices, distances }: NearestNeighbours,
  isNew: Int32Array,
  positions: Float32Array,
  m: MapDimensions,
): Float64Array {
  const sum = new Float64Array(m);
  let total = 0;
  for (let at = i * count; at < (i + 1) * count; at++) {
    const j = indices[at]!;
    const weight = isNew[j] ? 0 : 1 / (distances[at]! + 1e-12);
    total += weight;
    for (let axis = 0; axis < m; axis++) sum[axis]! += weight * positions[j * m + axis]!;
  }
  return sum.map((x) => (total > 0 ? x / total : 0));
}
