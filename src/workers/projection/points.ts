import type { ProjectionConfig, ProjectionPoints } from './protocol.ts';

/** Points that a map can be made of: finite, and of unit length where cosines count. */
export interface CleanPoints {
  readonly ids: Int32Array;
  /** (n, d). */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  readonly count: number;
  /** Rows that are not finite, or whose id came twice. */
  readonly leftOut: number;
}

/** Rows as the metric sees them. A vector of zeros has no direction and stays where it is. */
export function cleanPoints(points: ProjectionPoints, metric: ProjectionConfig['metric']): CleanPoints {
  const { ids, dimensions: d } = points;
  const kept = usableRows(points);
  const vectors = new Float32Array(kept.length * d);
  kept.forEach((from, to) => {
    const row = points.vectors.subarray(from * d, (from + 1) * d);
    vectors.set(metric === 'cosine' ? unit(row) : row, to * d);
  });
  return {
    ids: Int32Array.from(kept, (i) => ids[i]!),
    vectors,
    dimensions: d,
    count: kept.length,
    leftOut: ids.length - kept.length,
  };
}

function usableRows({ ids, vectors, dimensions: d }: ProjectionPoints): number[] {
  const seen = new Set<number>();
  const kept: number[] = [];
  ids.forEach((id, i) => {
    if (seen.has(id) || !isUsable(vectors, i * d, d)) return;
    seen.add(id);
    kept.push(i);
  });
  return kept;
}

/** Also false where numbers are missing, or the squares of distances would not be finite. */
function isUsable(vectors: Float32Array, from: number, d: number): boolean {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += (vectors[from + k] ?? Number.NaN) ** 2;
  return Number.isFinite(Math.fround(4 * sum));
}

function unit(row: Float32Array): Float32Array {
  let sum = 0;
  for (const x of row) sum += x * x;
  return sum > 0 ? row.map((x) => x / Math.sqrt(sum)) : row;
}

/** Both, the second behind the first. */
export function joinPoints(a: ProjectionPoints, b: ProjectionPoints): ProjectionPoints {
  if (a.ids.length === 0) return b;
  const known = new Set(a.ids);
  const d = a.dimensions;
  const fresh = [...b.ids.keys()].filter((i) => !known.has(b.ids[i]!));
  if (b.dimensions !== d || fresh.length === 0) return a;
  const ids = new Int32Array(a.ids.length + fresh.length);
  const vectors = new Float32Array(ids.length * d);
  ids.set(a.ids);
  vectors.set(a.vectors);
  fresh.forEach((from, at) => {
    ids[a.ids.length + at] = b.ids[from]!;
    vectors.set(b.vectors.subarray(from * d, (from + 1) * d), (a.ids.length + at) * d);
  });
  return { ids, vectors, dimensions: d };
}

export function withoutPoints(points: ProjectionPoints, dropped: readonly number[]): ProjectionPoints {
  const gone = new Set(dropped);
  const d = points.dimensions;
  const kept = [...points.ids.keys()].filter((i) => !gone.has(points.ids[i]!));
  const vectors = new Float32Array(kept.length * d);
  kept.forEach((from, to) => {
    vectors.set(points.vectors.subarray(from * d, (from + 1) * d), to * d);
  });
  return { ids: Int32Array.from(kept, (i) => points.ids[i]!), vectors, dimensions: d };
}

/** Points that lie where another does. */
export function countDuplicates({ vectors, dimensions: d, count }: CleanPoints): number {
  // By their bits: numbers of any size are told apart.
  const bits = new Int32Array(vectors.buffer, vectors.byteOffset, count * d);
  const buckets = new Map<number, number[]>();
  let found = 0;
  for (let i = 0; i < count; i++) {
    const hash = hashRow(bits, i * d, d);
    const bucket = buckets.get(hash);
    if (!bucket) buckets.set(hash, [i]);
    else if (bucket.some((j) => isSame(vectors, i * d, j * d, d))) found++;
    else bucket.push(i);
  }
  return found;
}

/** −0, which equals 0, in 32 bits. */
const MINUS_ZERO = 1 << 31;

/** FNV-1a over whole numbers, its high bits mixed into the low ones. */
function hashRow(bits: Int32Array, from: number, d: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + d; at++) {
    const word = bits[at] === MINUS_ZERO ? 0 : bits[at]!;
    hash = Math.imul(hash ^ word ^ (word >>> 15), 0x01000193);
  }
  return hash ^ (hash >>> 16);
}

function isSame(vectors: Float32Array, a: number, b: number, d: number): boolean {
  for (let k = 0; k < d; k++) if (vectors[a + k] !== vectors[b + k]) return false;
  return true;
}
