import { multiplied } from './cos-mul.ts';
import type { Metric } from './questions.ts';
import { makeUnit, type RowFacts, readExact } from './row-facts.ts';
import { BLOCK, dot, norm, type RowKernel, SLOTS } from './row-kernel.ts';
import type { RowStore } from './row-store.ts';

/** How near rows are to what is asked for: the larger the key, the nearer. */
export interface Measure {
  /** Bounds of the keys of rows from … from + count − 1: lows[i] ≤ key ≤ highs[i]. */
  bound(from: number, count: number, lows: Float64Array, highs: Float64Array): void;
  /** The key in 64 bits. */
  key(index: number): number;
  /** What is shown for a key. */
  score(key: number): number;
}

/** What is searched, by what. */
export interface Searched {
  readonly store: RowStore;
  readonly facts: RowFacts;
  readonly kernel: RowKernel;
}

/** cos(v, q), v · q or −‖v − q‖², all rows less the mean if `centred`; q (d) then is so already. The score of Euclid is ‖v − q‖. */
export function createMeasure(
  searched: Searched,
  metric: Metric,
  query: Float64Array,
  centred: boolean,
): Measure {
  const q = query.slice();
  if (metric === 'cosine') makeUnit(q);
  const scan = createScan(searched, q, centred, 0);
  const score = (key: number) => key;
  if (metric === 'cosine') return { bound: boundCosines(scan), key: scan.cosine, score };
  if (metric === 'dot') return { bound: scan.bound, key: (index) => dot(scan.row(index), q), score };
  const key = (index: number) => -squaredDistance(scan.row(index), q);
  return { bound: boundDistances(scan, dot(q, q)), key, score: (squares) => Math.sqrt(-squares) };
}

/** 3CosMul: cos'(v, b) · cos'(v, c) / (cos'(v, a) + ε) with cos' = (cos + 1) / 2. */
export function createProductMeasure(
  searched: Searched,
  [a, b, c]: readonly [Float64Array, Float64Array, Float64Array],
  centred: boolean,
): Measure {
  const scans = [a, b, c].map((query, slot) => {
    const q = query.slice();
    makeUnit(q);
    return createScan(searched, q, centred, slot);
  });
  const bounds = scans.map(boundCosines);
  const [lower, upper] = [columns(), columns()];
  return {
    bound(from, count, lows, highs) {
      for (const [slot, bound] of bounds.entries()) bound(from, count, lower[slot]!, upper[slot]!);
      const [[aLow, bLow, cLow], [aHigh, bHigh, cHigh]] = [lower, upper];
      for (let i = 0; i < count; i++) {
        lows[i] = multiplied(aHigh![i]!, bLow![i]!, cLow![i]!);
        highs[i] = multiplied(aLow![i]!, bHigh![i]!, cHigh![i]!);
      }
    },
    key(index) {
      const [forA = 0, forB = 0, forC = 0] = scans.map((scan) => scan.cosine(index));
      return multiplied(forA, forB, forC);
    },
    score: (key) => key,
  };
}

const columns = () => Array.from({ length: SLOTS }, () => new Float64Array(BLOCK));

/** What an absolute error in 32 bits can come to, where numbers are so small that the relative ones do not hold. */
const TINY = 1e-35;
/** The rounding of sums in 64 bits, for numbers of size 1. */
const ROUNDING = 1e-11;

interface Scan {
  /** Bounds of v · q for a block of rows. */
  readonly bound: Measure['bound'];
  /** ‖v‖ of all rows. */
  readonly norms: Float64Array;
  row(index: number): Float64Array;
  /** In 64 bits; 0 for a row of zeros. q is of length 1. */
  cosine(index: number): number;
}

/** Rows v, less the mean if `centred`, against q. */
function createScan(
  { store, facts, kernel }: Searched,
  q: Float64Array,
  centred: boolean,
  slot: number,
): Scan {
  const rows = store.finish();
  const mean = centred ? facts.mean() : null;
  const [stored, norms] = [facts.norms(false), facts.norms(centred)];
  const [vector, products] = [new Float64Array(store.dimensions), new Float32Array(BLOCK)];
  // The kernel is given a unit vector: 32 bits are far from their ends then.
  const unit = q.slice();
  makeUnit(unit);
  const [length, error] = [norm(q), kernel.load(slot, unit, rows.precision)];
  const offset = mean ? dot(mean, q) : 0;
  const row = (index: number) => {
    readExact(rows, index, vector, mean);
    return vector;
  };
  return {
    norms,
    row,
    bound(from, count, lows, highs) {
      kernel.dots(slot, rows, from, count, products);
      for (let i = 0; i < count; i++) {
        const product = products[i]! * length - offset;
        const off = (error * stored[from + i]! + TINY) * length;
        const most = off + ROUNDING * (Math.abs(product) + Math.abs(offset));
        lows[i] = product - most;
        highs[i] = product + most;
      }
    },
    cosine(index) {
      const v = row(index);
      const size = norm(v);
      return size > 0 ? dot(v, q) / size : 0;
    },
  };
}

/** Bounds of cosines; q is of length 1. */
function boundCosines({ bound, norms }: Scan): Measure['bound'] {
  return (from, count, lows, highs) => {
    bound(from, count, lows, highs);
    for (let i = 0; i < count; i++) {
      const size = norms[from + i]!;
      const inverse = size > 0 ? 1 / size : 0;
      lows[i] = lows[i]! * inverse - ROUNDING;
      highs[i] = highs[i]! * inverse + ROUNDING;
    }
  };
}

/** Bounds of −‖v − q‖² = 2 v · q − ‖v‖² − ‖q‖². */
function boundDistances({ bound, norms }: Scan, square: number): Measure['bound'] {
  return (from, count, lows, highs) => {
    bound(from, count, lows, highs);
    for (let i = 0; i < count; i++) {
      const squares = norms[from + i]! ** 2 + square;
      lows[i] = 2 * lows[i]! - squares * (1 + ROUNDING);
      highs[i] = 2 * highs[i]! - squares * (1 - ROUNDING);
    }
  };
}

function squaredDistance(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += (x[k]! - y[k]!) ** 2;
  return sum;
}
