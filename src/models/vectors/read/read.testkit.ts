import { readFileSync } from 'node:fs';
import { createRowStore } from '../row-store.ts';
import { createGrowingTable, type GrowingTable, type Keep } from './growing-table.ts';
import type { ReadEnd, VectorReader } from './reader.ts';
import { sniffText } from './sniff.ts';
import { createTextReader } from './text-reader.ts';

export const KEEP: Keep = { most: null, only: null, precision: 'float32', memory: 1 << 26 };

export function tableFor(keep: Partial<Keep> = {}, bytes: number | null = null): GrowingTable {
  return createGrowingTable({ ...KEEP, ...keep }, bytes, (d, precision) => createRowStore(d, precision));
}

/** Pushes bytes in pieces of `size`, each in memory that is overwritten after. */
export function feed(reader: VectorReader, bytes: Uint8Array, size = bytes.length): ReadEnd {
  const piece = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    piece.set(part);
    const isMoreWanted = reader.push(piece.subarray(0, part.length));
    piece.fill(0xff);
    if (!isMoreWanted) return reader.end(false);
  }
  return reader.end(true);
}

export function rowsIn(table: GrowingTable): Record<string, readonly number[]> {
  const { rows, words } = table;
  if (!rows) return {};
  const row = new Float32Array(rows.dimensions);
  return Object.fromEntries(
    words.map((word, i) => {
      rows.rowInto(i, row);
      return [word, [...row]];
    }),
  );
}

export interface ReadText {
  readonly end: ReadEnd;
  readonly table: GrowingTable;
}

/** Text of a kind that is told by its own beginning. */
export function readText(text: string | Uint8Array, keep: Partial<Keep> = {}, size?: number): ReadText {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const sniffed = sniffText(new TextDecoder().decode(bytes), true);
  if (!('plan' in sniffed)) throw new Error(`no vectors: ${sniffed.kind}`);
  const table = tableFor(keep, bytes.length);
  return { end: feed(createTextReader(sniffed.plan, table), bytes, size), table };
}

/** A file that gensim or NumPy wrote: see `fixtures/make.py`. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

export const jsonFixture = (name: string): unknown => JSON.parse(new TextDecoder().decode(fixture(name)));
