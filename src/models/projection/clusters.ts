import type { Random } from '../random.ts';

export interface Clusters {
  /** Cluster of every point, from 0; the largest cluster is 0. */
  readonly labels: Int32Array;
  /** Σ of squared distances from the centres. */
  readonly inertia: number;
}

const ITERATIONS = 40;
/** Share of points that still change their cluster below which it ends. */
const SETTLED = 1e-3;
/** Points between two yields, over clusters. */
const SLICE = 20_000;

/**
 * k clusters by Lloyd's iterations from centres of k-means++ (Arthur & Vassilvitskii 2007). Never more clusters than different
 * points. Yields now and then.
 * @param vectors (n, d) row-major
 */
export function* clusterPoints(
  vectors: Float32Array,
  d: number,
  count: number,
  random: Random,
): Generator<number, Clusters> {
  const n = vectors.length / d;
  const centres = yield* spreadCentres(vectors, d, Math.min(count, n), random);
  const labels = new Int32Array(n).fill(-1);
  let inertia = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const passed = yield* assign(vectors, d, centres, labels);
    inertia = passed.inertia;
    if (passed.moved <= SETTLED * n) break;
    recentre(vectors, d, centres, labels);
  }
  return { labels: bySize(labels, centres.length / d), inertia };
}

/** Centres drawn one after the other, each with odds by squared distance from those before. */
function* spreadCentres(
  vectors: Float32Array,
  d: number,
  count: number,
  random: Random,
): Generator<number, Float64Array> {
  const n = vectors.length / d;
  const chosen: number[] = [];
  const away = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let next = n > 0 ? random.integer(n) : -1;
  while (next >= 0 && chosen.length < count) {
    chosen.push(next);
    let total = 0;
    for (let i = 0; i < n; i++) {
      away[i] = Math.min(away[i]!, squaredDistance(vectors, i * d, vectors, next * d, d));
      total += away[i]!;
    }
    yield 0;
    next = total > 0 ? draw(away, random.next() * total) : -1;
  }
  return Float64Array.from(chosen.flatMap((i) => [...vectors.subarray(i * d, (i + 1) * d)]));
}

function draw(weights: Float64Array, target: number): number {
  let sum = 0;
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! <= 0) continue;
    sum += weights[i]!;
    last = i;
    if (sum > target) return i;
  }
  return last;
}

function squaredDistance(a: Float32Array, i: number, b: Float32Array | Float64Array, j: number, d: number) {
  let sum = 0;
  for (let k = 0; k < d; k++) {
    const difference = a[i + k]! - b[j + k]!;
    sum += difference * difference;
  }
  return sum;
}

function* assign(
  vectors: Float32Array,
  d: number,
  centres: Float64Array,
  labels: Int32Array,
): Generator<number, { readonly moved: number; readonly inertia: number }> {
  const count = centres.length / d;
  let [moved, inertia] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let c = 0; c < count; c++) {
      const away = squaredDistance(vectors, i * d, centres, c * d, d);
      if (away < least) [best, least] = [c, away];
    }
    if (labels[i] !== best) moved++;
    labels[i] = best;
    inertia += least;
    if ((i * count) % SLICE < count) yield i;
  }
  return { moved, inertia };
}

/** Centres become the means of their points; one without points stays. */
function recentre(vectors: Float32Array, d: number, centres: Float64Array, labels: Int32Array): void {
  const sums = new Float64Array(centres.length);
  const sizes = new Float64Array(centres.length / d);
  labels.forEach((c, i) => {
    sizes[c]!++;
    for (let k = 0; k < d; k++) sums[c * d + k]! += vectors[i * d + k]!;
  });
  sums.forEach((sum, at) => {
    const size = sizes[Math.floor(at / d)]!;
    if (size > 0) centres[at] = sum / size;
  });
}

function bySize(labels: Int32Array, count: number): Int32Array {
  const sizes = new Float64Array(count);
  for (const label of labels) sizes[label]!++;
  const order = Array.from({ length: count }, (_, c) => c).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rank = new Int32Array(count);
  order.forEach((c, r) => {
    rank[c] = r;
  });
  return labels.map((c) => rank[c]!);
}
