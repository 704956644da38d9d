/** How a map keeps neighbourhoods, both from 0 to 1. */
export interface MapTrust {
  /** Near of points on the map are near in the full space too: falls with every intruder. */
  readonly trustworthiness: number;
  /** Near of points in the full space are near on the map too: falls with every neighbour that was lost. */
  readonly continuity: number;
  /** Points whose neighbourhoods were looked at. */
  readonly sampled: number;
}

/** (n, dimensions) row-major. */
export interface Rows {
  readonly values: Float32Array;
  readonly dimensions: number;
}

export interface TrustOptions {
  /** k, at most (n − 1) / 2: beyond that the measure has no meaning. */
  readonly neighbours: number;
  /** Points whose neighbourhoods are looked at; all others count as neighbours nonetheless. */
  readonly sample: readonly number[];
}

/** Largest k for which the measure stays within 0 and 1. */
export function mostTrustNeighbours(n: number): number {
  return Math.max(1, Math.floor((n - 1) / 2));
}

/**
 * Trustworthiness and continuity (Venna & Kaski 2001, equations 1 and 2; Kaski et al. 2003), Euclidean on both sides, over the
 * points of a sample. 1 − 2 / (m k (2n − 3k − 1)) · Σ (r(i, j) − k) over m points i and every j that is among the k nearest
 * of i on one side only, r being its rank on the other. Ties go by index. Yields after every point.
 */
export function* mapTrust(full: Rows, map: Rows, options: TrustOptions): Generator<number, MapTrust> {
  const n = full.values.length / full.dimensions;
  const k = Math.max(1, Math.min(Math.floor(options.neighbours), mostTrustNeighbours(n)));
  const { sample } = options;
  if (n < 3 || sample.length === 0) return { trustworthiness: 1, continuity: 1, sampled: sample.length };
  const [there, here] = [new Float64Array(n), new Float64Array(n)];
  let [intruders, lost, done] = [0, 0, 0];
  for (const i of sample) {
    distances(full, i, there);
    distances(map, i, here);
    const [nearThere, nearHere] = [nearest(there, i, k), nearest(here, i, k)];
    intruders += excess(there, i, nearHere, nearThere, k);
    lost += excess(here, i, nearThere, nearHere, k);
    yield ++done;
  }
  const scale = 2 / (sample.length * k * (2 * n - 3 * k - 1));
  return { trustworthiness: 1 - scale * intruders, continuity: 1 - scale * lost, sampled: sample.length };
}

/** Squared distances of all points from point i. */
function distances({ values, dimensions: d }: Rows, i: number, into: Float64Array): void {
  for (let j = 0; j < into.length; j++) {
    let sum = 0;
    for (let k = 0; k < d; k++) {
      const difference = values[i * d + k]! - values[j * d + k]!;
      sum += difference * difference;
    }
    into[j] = sum;
  }
}

/** Indices of the k smallest but i's own, ties by index. */
function nearest(from: Float64Array, i: number, k: number): Set<number> {
  const found: number[] = [];
  for (let j = 0; j < from.length; j++) {
    if (j === i) continue;
    if (found.length === k && !(from[j]! < from[found[k - 1]!]!)) continue;
    let at = found.length;
    while (at > 0 && from[found[at - 1]!]! > from[j]!) at--;
    found.splice(at, 0, j);
    if (found.length > k) found.pop();
  }
  return new Set(found);
}

/** Σ (r − k) over those of `near` that are not among `own`, the k nearest by `from`. */
function excess(from: Float64Array, i: number, near: Set<number>, own: Set<number>, k: number): number {
  const strangers = [...near].filter((j) => !own.has(j)).sort((a, b) => from[a]! - from[b]! || a - b);
  if (strangers.length === 0) return 0;
  const ahead = new Int32Array(strangers.length + 1);
  for (let l = 0; l < from.length; l++) if (l !== i) ahead[firstBehind(from, strangers, l)]!++;
  let [sum, rank] = [0, 0];
  for (let at = 0; at < strangers.length; at++) {
    rank += ahead[at]!;
    sum += rank + 1 - k;
  }
  return sum;
}

/** How many of the strangers (in order) are nearer than point l, or are l: l stands ahead of those that follow. */
function firstBehind(from: Float64Array, strangers: readonly number[], l: number): number {
  let [low, high] = [0, strangers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const j = strangers[middle]!;
    const isAhead = from[l]! < from[j]! || (from[l]! === from[j]! && l < j);
    if (isAhead) high = middle;
    else low = middle + 1;
  }
  return low;
}
