import type { NearestNeighbours } from './tsne-types.ts';

/** Neighbours in lists that are filled row by row. */
export interface NeighbourLists {
  readonly count: number;
  readonly indices: Int32Array;
  readonly distances: Float32Array;
}

export function emptyLists(n: number, count: number): NeighbourLists {
  return { count, indices: new Int32Array(n * count), distances: new Float32Array(n * count) };
}

/**
 * Fills the lists of the rows that are named: the nearest of each by trying all points (n d a row), nearest first, of two equally
 * near the one with the lower number first. Yields after each.
 * @param vectors (n, d) row-major
 */
export function* fillNeighbours(
  vectors: Float32Array,
  d: number,
  rows: Iterable<number>,
  into: NeighbourLists,
): Generator<number, void> {
  const n = vectors.length / d;
  let done = 0;
  for (const i of rows) {
    scanRow(vectors, d, n, i, into, i);
    yield ++done;
  }
}

/** The nearest of one point. */
export function neighboursOf(vectors: Float32Array, d: number, i: number, count: number): NeighbourLists {
  const n = vectors.length / d;
  const lists = emptyLists(1, Math.max(0, Math.min(count, n - 1)));
  if (lists.count > 0) scanRow(vectors, d, n, i, lists, 0);
  return lists;
}

/** The nearest of point i, into list number `row`. */
function scanRow(
  vectors: Float32Array,
  d: number,
  n: number,
  i: number,
  lists: NeighbourLists,
  row: number,
): void {
  const { count, distances } = lists;
  const from = row * count;
  let held = 0;
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    const limit = held < count ? Number.POSITIVE_INFINITY : distances[from + count - 1]!;
    const distance = squaredDistance(vectors, i * d, j * d, d, limit);
    if (!(distance < limit)) continue;
    if (held < count) held++;
    insert(lists, from, from + held - 1, j, distance);
  }
}

/** Puts j in its place between `from` and `last`; what stood at `last` is gone. */
function insert(
  { indices, distances }: NeighbourLists,
  from: number,
  last: number,
  j: number,
  distance: number,
): void {
  let at = last;
  for (; at > from && distances[at - 1]! > distance; at--) {
    distances[at] = distances[at - 1]!;
    indices[at] = indices[at - 1]!;
  }
  distances[at] = distance;
  indices[at] = j;
}

/** Ends early, with what it has, once that is more than the limit. */
function squaredDistance(vectors: Float32Array, a: number, b: number, d: number, limit: number): number {
  let sum = 0;
  for (let from = 0; from < d && sum <= limit; from += 16) {
    const to = Math.min(d, from + 16);
    for (let k = from; k < to; k++) {
      const difference = vectors[a + k]! - vectors[b + k]!;
      sum += difference * difference;
    }
  }
  return Math.fround(sum);
}

/** What is left of lists when points come and go. */
export interface CarriedNeighbours {
  readonly lists: NeighbourLists;
  /** Rows that must be filled anew: those of new points, and those that lost somebody. */
  readonly open: readonly number[];
}

/**
 * Lists of points some of which were there before: a row whose neighbours all stayed keeps them, and takes in new points that are
 * nearer, n d for each new point in all. `was[i]`: the row that point i had before, −1 for a new one. Yields after each row.
 */
export function* carryNeighbours(
  vectors: Float32Array,
  d: number,
  was: Int32Array,
  before: NearestNeighbours,
  count: number,
): Generator<number, CarriedNeighbours> {
  const n = was.length;
  const lists = emptyLists(n, count);
  const now = new Int32Array(before.indices.length / before.count).fill(-1);
  was.forEach((old, i) => {
    if (old >= 0) now[old] = i;
  });
  const fresh = [...was.keys()].filter((i) => was[i]! < 0);
  const open: number[] = [];
  for (let i = 0; i < n; i++) {
    const isKept = was[i]! >= 0 && before.count >= count && keepRow(before, was[i]!, now, lists, i);
    if (isKept) takeIn(vectors, d, fresh, lists, i);
    else open.push(i);
    yield i + 1;
  }
  return { lists, open };
}

/** False where somebody is gone. */
function keepRow(
  before: NearestNeighbours,
  old: number,
  now: Int32Array,
  { count, indices, distances }: NeighbourLists,
  i: number,
): boolean {
  for (let k = 0; k < count; k++) {
    const j = now[before.indices[old * before.count + k]!]!;
    if (j < 0) return false;
    indices[i * count + k] = j;
    distances[i * count + k] = before.distances[old * before.count + k]!;
  }
  return true;
}

/** New points that are nearer than the last of the list. */
function takeIn(
  vectors: Float32Array,
  d: number,
  fresh: readonly number[],
  lists: NeighbourLists,
  i: number,
): void {
  const from = i * lists.count;
  const last = from + lists.count - 1;
  for (const j of fresh) {
    const limit = lists.distances[last]!;
    const distance = squaredDistance(vectors, i * d, j * d, d, limit);
    if (distance < limit) insert(lists, from, last, j, distance);
  }
}
