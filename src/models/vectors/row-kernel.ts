import { createPlainMemory, type RowMemory } from './row-store.ts';
import type { StoredRows } from './vector-table.ts';

/** Dot products of queries with many rows: the one part of a search that a kernel does faster. Holds up to `SLOTS` queries at once. */
export interface RowKernel {
  readonly tier: 'wasm' | 'js';
  /** Where rows have to stand for it to read them. */
  readonly memory: RowMemory;
  /** Takes a query for rows of this kind. Returns ε: each of its dot products with a row v is off by at most ε‖v‖. */
  load(slot: number, query: Float64Array, precision: StoredRows['precision']): number;
  /** out[i] ≈ v(from + i) · query, for `count` ≤ BLOCK rows. */
  dots(slot: number, rows: StoredRows, from: number, count: number, out: Float32Array): void;
}

/** Queries that a kernel holds: 3CosMul asks for three cosines of a row. */
export const SLOTS = 3;
/** Rows of one call: few enough to stay in a cache near the processor when several queries go over them. */
export const BLOCK = 2048;

/** Half of the distance between 1 and the next 32-bit float, with room for the rounding of 64 bits. */
const ROUNDING = 2 ** -24 + 2 ** -40;

/** The kernel in plain TypeScript, sums in 64 bits. */
export function createPlainKernel(): RowKernel {
  const queries = Array.from({ length: SLOTS }, () => new Float64Array(0));
  return {
    tier: 'js',
    memory: createPlainMemory(),
    load(slot, query) {
      queries[slot] = query.slice();
      return ROUNDING * norm(query);
    },
    dots(slot, rows, from, count, out) {
      const query = queries[slot] ?? new Float64Array(0);
      if (rows.precision === 'float32') dotAll(rows.values, from, count, query, out);
      else {
        dotAll(rows.codes, from, count, query, out);
        for (let i = 0; i < count; i++) out[i]! *= rows.scales[from + i]!;
      }
    },
  };
}

function dotAll(
  numbers: Float32Array | Int8Array,
  from: number,
  count: number,
  query: Float64Array,
  out: Float32Array,
): void {
  const d = query.length;
  for (let i = 0, at = from * d; i < count; i++, at += d) {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += numbers[at + k]! * query[k]!;
    out[i] = sum;
  }
}

/** ‖x‖. */
export function norm(x: ArrayLike<number>): number {
  return Math.sqrt(dot(x, x));
}

/** x · y. */
export function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}
