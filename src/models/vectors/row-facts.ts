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

  function mean(): Float64Array {
    if (summed === store.count) return average;
    const rows = store.finish();
    for (; summed < store.count; summed++) {
      readExact(rows, summed, row);
      for (let k = 0; k < d; k++) sums[k]! += row[k]!;
    }
    average = sums.map((sum) => sum / summed);
    return average;
  }

  function measure(from: number, centre: Float64Array | null, norms: Float64Array): void {
    const rows = store.finish();
    for (let i = from; i < store.count; i++) {
      readExact(rows, i, row, centre);
      norms[i] = norm(row);
    }
  }

  return {
    mean,
    norms(isCentred) {
      const { count } = store;
      if (!isCentred) {
        const from = plain.length;
        measure(from, null, plain.to(count));
        return plain.to(count);
      }
      if (centredOf !== count) measure(0, mean(), centred.to(count));
      centredOf = count;
      return centred.to(count);
    },
  };
}

/** Numbers that grow at the end. */
function growing() {
  let numbers = new Float64Array(0);
  let length = 0;
  return {
    get length() {
      return length;
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
