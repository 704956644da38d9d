import { logarithm } from './head';
import { exp, madd, splat, sumLanes } from './vector';

/*
 * p_{j|i} of given squared distances, by bisection on β: the twin of `conditionalRow` in models/projection/affinities.ts in 32 bits.
 * Rows hold `count` numbers, rounded up to four in memory.
 */

const HALVINGS: i32 = 60;
/** Of the entropy, nats: what 32 bits can tell. */
const TOLERANCE: f64 = 2e-6;
/** So much further than the nearest that nothing is left, whatever β: what pads a row. */
const BEYOND: f32 = 1e30;

/** In place of the distances of `rows` rows. `target`: ln of the perplexity, at most ln of the neighbours. */
export function conditionalRows(distances: usize, rows: i32, count: i32, target: f64): void {
  const bytes = <usize>((count + 3) & ~3) << 2;
  for (let i = 0; i < rows; i++) {
    conditionalRow(distances, distances + bytes, count, target);
    distances += bytes;
  }
}

function conditionalRow(row: usize, end: usize, count: i32, target: f64): void {
  let low: f64 = 0;
  let high: f64 = Infinity;
  let beta = fromNearest(row, count);
  for (let i = 0; i < HALVINGS; i++) {
    const excess = entropy(row, end, <f32>beta) - target;
    if (abs(excess) < TOLERANCE) break;
    if (excess > 0) low = beta;
    else high = beta;
    const next = high == Infinity ? beta * 2 : 0.5 * (low + high);
    if (next == beta || !(<f32>next < f32.MAX_VALUE)) break;
    beta = next;
  }
  fill(row, end, <f32>beta);
}

/** Distances become how much further than the nearest each is; returns 1 / their mean, a β of the right size. */
function fromNearest(row: usize, count: i32): f64 {
  const nearest = load<f32>(row);
  let sum: f64 = 0;
  for (let i = 0; i < count; i++) {
    const at = row + (<usize>i << 2);
    const further = load<f32>(at) - nearest;
    store<f32>(at, further);
    sum += <f64>further;
  }
  for (let i = count; i & 3; i++) store<f32>(row + (<usize>i << 2), BEYOND);
  return sum > 0 ? <f64>count / sum : 1;
}

/** e^(−β d) of four. */
// @ts-ignore: decorator
@inline
function weight(at: usize, minus: v128): v128 {
  return exp(f32x4.mul(minus, v128.load(at)));
}

function entropy(row: usize, end: usize, beta: f32): f64 {
  const minus = splat(-beta);
  let sum = splat(0);
  let weighted = sum;
  for (let at = row; at < end; at += 16) {
    const p = weight(at, minus);
    sum = f32x4.add(sum, p);
    weighted = madd(p, f32x4.min(v128.load(at), splat(1e25)), weighted);
  }
  const all = sumLanes(sum);
  return logarithm(all) + (<f64>beta * sumLanes(weighted)) / all;
}

function fill(row: usize, end: usize, beta: f32): void {
  const minus = splat(-beta);
  let sum = splat(0);
  for (let at = row; at < end; at += 16) {
    const p = weight(at, minus);
    sum = f32x4.add(sum, p);
    v128.store(at, p);
  }
  const share = splat(<f32>(1 / sumLanes(sum)));
  for (let at = row; at < end; at += 16) v128.store(at, f32x4.mul(share, v128.load(at)));
}
