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
  if (metric === 'cosine') return { ...cosineBounds(scan), key: scan.cosine, score: (key) => key };
  if (metric === 'dot') return { ...dotBounds(scan), key: (i) => dot(scan.row(i), q), score: (key) => key };
  const key = (i: number) => -squaredDistance(scan.row(i), q);
  return { ...distanceBounds(scan, dot(q, q)), key, score: (squares) => Math.sqrt(-squares) };
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
  const bounds = scans.map((scan) => cosineBounds(scan).bound);
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

interface Scan {
  /** v · q of a block, and how far it may be off for each ‖v‖. */
  readonly dots: (from: number, count: number) => Float32Array;
  readonly error: number;
  /** mean · q: what centring takes from each dot product. */
  readonly offset: number;
  /** ‖v‖ as stored, and as measured. */
  readonly stored: Float64Array;
  readonly norms: Float64Array;
  row(index: number): Float64Array;
  /** In 64 bits; 0 for a row of zeros. q is of length 1. */
  cosine(index: number): number;
}

function createScan(
  { store, facts, kernel }: Searched,
  q: Float64Array,
  centred: boolean,
  slot: number,
): Scan {
  const rows = store.finish();
  const mean = centred ? facts.mean() : null;
  const [row, out] = [new Float64Array(store.dimensions), new Float32Array(BLOCK)];
  const read = (index: number) => {
    readExact(rows, index, row, mean);
    return row;
  };
  return {
    dots(from, count) {
      kernel.dots(slot, rows, from, count, out);
      return out;
    },
    error: kernel.load(slot, q, rows.precision),
    offset: mean ? dot(mean, q) : 0,
    stored: facts.norms(false),
    norms: facts.norms(centred),
    row: read,
    cosine(index) {
      const v = read(index);
      const length = norm(v);
      return length > 0 ? dot(v, q) / length : 0;
    },
  };
}

type Bounds = Pick<Measure, 'bound'>;

function cosineBounds({ dots, error, offset, stored, norms }: Scan): Bounds {
  return {
    bound(from, count, lows, highs) {
      const products = dots(from, count);
      for (let i = 0; i < count; i++) {
        const inverse = norms[from + i]! > 0 ? 1 / norms[from + i]! : 0;
        const cosine = (products[i]! - offset) * inverse;
        const off = slack(error * stored[from + i]! * inverse, 1);
        lows[i] = cosine - off;
        highs[i] = cosine + off;
      }
    },
  };
}

function dotBounds({ dots, error, offset, stored }: Scan): Bounds {
  return {
    bound(from, count, lows, highs) {
      const products = dots(from, count);
      for (let i = 0; i < count; i++) {
        const product = products[i]! - offset;
        const off = slack(error * stored[from + i]!, Math.abs(product) + Math.abs(offset));
        lows[i] = product - off;
        highs[i] = product + off;
      }
    },
  };
}

function distanceBounds({ dots, error, offset, stored, norms }: Scan, square: number): Bounds {
  return {
    bound(from, count, lows, highs) {
      const products = dots(from, count);
      for (let i = 0; i < count; i++) {
        const length = norms[from + i]! ** 2 + square;
        const key = 2 * (products[i]! - offset) - length;
        const off = slack(2 * error * stored[from + i]!, length + Math.abs(offset));
        lows[i] = key - off;
        highs[i] = key + off;
      }
    },
  };
}

/** With room for the rounding of sums in 64 bits of numbers of this size. */
function slack(error: number, size: number): number {
  return error + size * 1e-11;
}

function squaredDistance(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += (x[k]! - y[k]!) ** 2;
  return sum;
}
