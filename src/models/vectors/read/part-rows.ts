import { createRowStore, type RowStore } from '../row-store.ts';
import type { Precision } from '../vector-table.ts';

/** Bytes that memory grows by: what grows in steps of its own is never copied. */
const STEP_BYTES = 1 << 22;

/** Rows of n-grams, as many as there are. */
export interface PartRows {
  readonly count: number;
  push(row: Float32Array): void;
  rowInto(index: number, out: Float32Array): void;
}

export function createPartRows(dimensions: number, precision: Precision): PartRows {
  const step = Math.max(1, Math.floor(STEP_BYTES / (4 * dimensions)));
  const stores: RowStore[] = [];
  let count = 0;
  const addStore = (): RowStore => {
    const store = createRowStore(dimensions, precision);
    store.reserve(step);
    stores.push(store);
    return store;
  };
  return {
    get count() {
      return count;
    },
    push(row) {
      const store = count % step === 0 ? addStore() : stores.at(-1);
      store?.push(row);
      count += 1;
    },
    rowInto: (index, out) => stores[Math.floor(index / step)]?.rowInto(index % step, out),
  };
}
