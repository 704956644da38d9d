import { dot, norm } from './row-kernel.ts';
import type { RowStore } from './row-store.ts';
import type { StoredRows } from './vector-table.ts';

/** Row `index` in full: what is stored, in 64 bits, less `mean` where one is given. */
export function readExact(
  rows: StoredRows,
  index: number,
  out: Float64Array,
  mean: Float64Array | null = null,
): void {
  const d = out.length;
  const at = index * d;
  const [numbers, scale] =
    rows.precision === 'float32' ? [rows.values, 1] : [rows.codes, rows.scales[index] ?? 0];
  for (let k = 0; k < d; k++) out[k] = numbers[at + k]! * scale;
  if (mean) for (let k = 0; k < d; k++) out[k]! -= mean[k]!;
}

/**
 * What is known of all rows of a store, kept up to date while it grows: norms, and the mean that centring takes away. The mean is
 * that of the vectors as they are, not of unit vectors (Mu & Viswanath 2018, "All-but-the-Top", step 1).
 */
export interface RowFacts {
  /** ‖v‖, or ‖v − mean‖, of each row. Rows that came since are looked at first. */
  norms(centred: boolean): Float64Array;
  mean(): Float64Array;
}

export function createRowFacts(store: RowStore): RowFacts {
  const d = store.dimensions;
  const row = new Float64Array(d);
  const plain = growing();
  const centred = growing();
  const sums = new Float64Array(d);
  let summed = 0;
  let average = new Float64Array(d);
  /** Rows that the centred norms were computed of, all of them: another mean, other norms. */
  let centredOf = -1;
  let { precision } = store;
  /** Rows that went from floats to 8 bits while they came are other rows: nothing is known of them. */
  const refresh = () => {
    if (precision === store.precision) return;
    precision = store.precision;
    plain.clear();
    sums.fill(0);
    summed = 0;
    centredOf = -1;
  };

  function mean(): Float64Array {
    refresh();
    if (summed === store.count) return average;
    const rows = store.finish();
    for (; summed < store.count; summed++) {
      readExact(rows, summed, row);
      for (let k = 0; k < d; k++) sums[k]! += row[k]!;
    }
    average = sums.map((sum) => sum / summed);
    return average;
  }

  function measureCentred(norms: Float64Array): void {
    const [rows, centre] = [store.finish(), mean()];
    for (let i = 0; i < store.count; i++) {
      readExact(rows, i, row, centre);
      norms[i] = norm(row);
    }
  }

  return {
    mean,
    norms(isCentred) {
      refresh();
      const { count } = store;
      if (!isCentred) {
        const from = plain.length;
        const norms = plain.to(count);
        measureRows(store.finish(), d, from, norms);
        return norms;
      }
      const norms = centred.to(count);
      if (centredOf !== count) measureCentred(norms);
      centredOf = count;
      return norms;
    },
  };
}

/** ‖v‖ of rows from `from` on. */
function measureRows(rows: StoredRows, d: number, from: number, norms: Float64Array): void {
  const isFloat = rows.precision === 'float32';
  const numbers = isFloat ? rows.values : rows.codes;
  for (let i = from; i < norms.length; i++) {
    let squares = 0;
    for (let at = i * d, end = at + d; at < end; at++) squares += numbers[at]! * numbers[at]!;
    norms[i] = Math.sqrt(squares) * (isFloat ? 1 : rows.scales[i]!);
  }
}

/** Numbers that grow at the end. */
function growing() {
  let numbers = new Float64Array(0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    clear() {
      length = 0;
    },
    /** The first `count` of them; what is new is not set yet. */
    to(count: number): Float64Array {
      if (count > numbers.length) {
        const larger = new Float64Array(Math.max(count, Math.ceil(length * 1.25)));
        larger.set(numbers.subarray(0, length));
        numbers = larger;
      }
      length = Math.max(length, count);
      return numbers.subarray(0, count);
    },
  };
}

/** x / ‖x‖ in place; false, and untouched, where x has no direction. */
export function makeUnit(x: Float64Array): boolean {
  const length = Math.sqrt(dot(x, x));
  if (!(length > 0)) return false;
  for (let k = 0; k < x.length; k++) x[k]! /= length;
  return true;
}
