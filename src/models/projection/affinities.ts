import { nearestNeighbours } from './nearest-neighbours.ts';
import type { NearestNeighbours, SparseP } from './tsne-types.ts';

/** Halvings of a bracket that has no digit left to lose. */
const HALVINGS = 200;
/** Of the entropy, nats. */
const TOLERANCE = 1e-10;

/** The largest perplexity that n points can have: three times as many neighbours must exist (van der Maaten 2014). */
export function largestPerplexity(n: number): number {
  return Math.max(1, (n - 1) / 3);
}

/** Up to so many points P has all pairs. */
const ALL_PAIRS_TO = 2000;

/**
 * Neighbours that a perplexity looks at: beyond three times as many little is left of p (van der Maaten 2014). Few points can afford
 * all the same.
 */
export function neighbourCount(n: number, perplexity: number): number {
  if (n <= ALL_PAIRS_TO) return Math.max(1, n - 1);
  return Math.max(1, Math.min(n - 1, Math.floor(3 * perplexity)));
}

/**
 * p_ij = (p_{j|i} + p_{i|j}) / 2n over the neighbours that are given (van der Maaten & Hinton 2008, equation 1 and section 3.1).
 * With k = n − 1 neighbours nothing is left out.
 */
export function affinities(neighbours: NearestNeighbours, perplexity: number): SparseP {
  const { count, indices, distances } = neighbours;
  const conditional = new Float64Array(distances.length);
  for (let at = 0; at < distances.length; at += count) {
    conditionalRow(distances.subarray(at, at + count), perplexity, conditional.subarray(at, at + count));
  }
  return jointAffinities(indices, conditional, count);
}

/** P of all pairs: for up to some 2,000 points. */
export function denseAffinities(vectors: ArrayLike<number>, dimensions: number, perplexity: number): SparseP {
  const n = vectors.length / dimensions;
  return affinities(nearestNeighbours(vectors, dimensions, n - 1), perplexity);
}

/**
 * p_{j|i} = exp(−β d_j) / Σ, with β by bisection so that the entropy is ln(perplexity). Where no β reaches it (as many equally
 * near points as that, or more), the nearest that can be had.
 * @param distances squared, nearest first
 */
export function conditionalRow(distances: Float32Array, perplexity: number, out: Float64Array): void {
  const target = Math.log(Math.min(perplexity, distances.length));
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let beta = startingBeta(distances);
  for (let i = 0; i < HALVINGS; i++) {
    const excess = fillRow(distances, beta, out) - target;
    if (Math.abs(excess) < TOLERANCE) return;
    if (excess > 0) low = beta;
    else high = beta;
    const next = high === Number.POSITIVE_INFINITY ? beta * 2 : (low + high) / 2;
    if (next === beta || !Number.isFinite(next)) return;
    beta = next;
  }
}

/** 1 / the mean of what the distances are beyond the nearest: of the right size whatever the unit. */
function startingBeta(distances: Float32Array): number {
  let sum = 0;
  for (const distance of distances) sum += distance - distances[0]!;
  return sum > 0 ? distances.length / sum : 1;
}

/** Probabilities for this β; returns their entropy, nats. */
function fillRow(distances: Float32Array, beta: number, out: Float64Array): number {
  const nearest = distances[0]!;
  let [sum, weighted] = [0, 0];
  for (let k = 0; k < distances.length; k++) {
    // Less the nearest distance, so that the largest term is 1 and the sum never 0.
    const further = distances[k]! - nearest;
    const p = Math.exp(-beta * further);
    out[k] = p;
    sum += p;
    weighted += further * p;
  }
  for (let k = 0; k < out.length; k++) out[k]! /= sum;
  return Math.log(sum) + (beta * weighted) / sum;
}

interface Rows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array | Float32Array;
}

/** (p_{j|i} + p_{i|j}) / 2n. Both (n, k): neighbours and their probabilities. */
export function jointAffinities(
  indices: Int32Array,
  conditional: Float64Array | Float32Array,
  count: number,
): SparseP {
  const n = indices.length / count;
  const starts = Int32Array.from({ length: n + 1 }, (_, i) => i * count);
  // Turned twice, rows are what they were with their columns in order.
  const turned = transpose({ starts, columns: indices, values: conditional }, n);
  return mean(transpose(turned, n), turned, n);
}

function transpose({ starts, columns, values }: Rows, n: number): Rows {
  const to = new Int32Array(n + 1);
  for (const column of columns) to[column + 1]!++;
  for (let i = 0; i < n; i++) to[i + 1]! += to[i]!;
  const next = to.slice();
  const turned = {
    starts: to,
    columns: new Int32Array(columns.length),
    values: new Float64Array(columns.length),
  };
  for (let i = 0; i < n; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const at = next[columns[k]!]!++;
      turned.columns[at] = i;
      turned.values[at] = values[k]!;
    }
  }
  return turned;
}

/** (A + B) / 2n for rows whose columns are in order. */
function mean(a: Rows, b: Rows, n: number): SparseP {
  const starts = new Int32Array(n + 1);
  const columns = new Int32Array(a.columns.length + b.columns.length);
  const values = new Float32Array(columns.length);
  let end = 0;
  for (let i = 0; i < n; i++) {
    let [j, k] = [a.starts[i]!, b.starts[i]!];
    for (;;) {
      const left = columnAt(a, i, j, n);
      const right = columnAt(b, i, k, n);
      const column = Math.min(left, right);
      if (column === n) break;
      const sum = (left === column ? a.values[j++]! : 0) + (right === column ? b.values[k++]! : 0);
      columns[end] = column;
      values[end++] = sum / (2 * n);
    }
    starts[i + 1] = end;
  }
  return { starts, columns: columns.slice(0, end), values: values.slice(0, end) };
}

/** Behind the row's last entry: n. */
function columnAt({ starts, columns }: Rows, row: number, at: number, n: number): number {
  return at < starts[row + 1]! ? columns[at]! : n;
}
