import { createRandom } from '../random.ts';
import type { AskedSet } from './answer.ts';
import { createRowStore, type RowMemory } from './row-store.ts';
import type { Precision } from './vector-table.ts';

/** V rows of d numbers with neighbours among them: some are copies, some copies but for a little. */
export function relatedRows(count: number, d: number, seed = 1): Float32Array[] {
  const draw = createRandom(seed);
  const rows: Float32Array[] = [];
  for (let i = 0; i < count; i++) {
    const near = rows[draw.integer(i + 1)];
    const apart = [0, 0.001, 0.3, 1][draw.integer(4)] ?? 1;
    rows.push(Float32Array.from({ length: d }, (_, k) => (near?.[k] ?? 0) + apart * draw.normal()));
  }
  return rows;
}

/** A set of words w0, w1, … with these rows. */
export function setOf(
  rows: readonly Float32Array[],
  precision: Precision,
  memory?: RowMemory,
): AskedSet & { readonly words: string[] } {
  const store = createRowStore(rows[0]?.length ?? 1, precision, memory);
  for (const row of rows) store.push(row);
  return { words: rows.map((_, i) => `w${i}`), store, counts: null, columns: [], unseen: null };
}

/** What a set stores, as plain numbers. */
export function storedNumbers({ store }: Pick<AskedSet, 'store'>): number[][] {
  const rows = store.finish();
  const d = store.dimensions;
  return Array.from({ length: store.count }, (_, i) =>
    Array.from({ length: d }, (_, k) =>
      rows.precision === 'float32'
        ? (rows.values[i * d + k] ?? Number.NaN)
        : (rows.codes[i * d + k] ?? Number.NaN) * (rows.scales[i] ?? Number.NaN),
    ),
  );
}
