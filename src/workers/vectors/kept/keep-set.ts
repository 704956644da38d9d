import type { AskedSet } from '../../../models/vectors/answer.ts';
import { createRowStore, type RowStore } from '../../../models/vectors/row-store.ts';
import type { MetadataColumn, Precision, StoredRows } from '../../../models/vectors/vector-table.ts';
import { hashText, hashWords } from '../../hash.ts';
import type { VectorSetInfo } from '../protocol.ts';
import type { Drawer, Part } from './drawer.ts';
import { type KeptHeader, type KeptSections, writeHeader } from './layout.ts';
import { findKept, putAway } from './shelf.ts';

/** Texts of a file, as JSON. */
interface KeptTexts {
  readonly words: readonly string[];
  readonly columns: readonly MetadataColumn[];
}

const numbersOf = (rows: StoredRows) => (rows.precision === 'int8' ? rows.codes : rows.values);

/** The same set, put away twice, is there once; the same words with other numbers are another set. */
function idOf(
  { name, words, dimensions, precision, wordsInSource }: VectorSetInfo,
  rows: StoredRows,
): string {
  const facts = JSON.stringify([name, words, dimensions, precision, wordsInSource]);
  const { buffer, byteOffset, byteLength } = numbersOf(rows);
  const hashes = [hashText(facts), hashWords(new Uint32Array(buffer, byteOffset, byteLength >> 2))];
  return hashes.map((hash) => hash.toString(16).padStart(8, '0')).join('');
}

/** Puts a set away. Null: it is there. A file that did not become whole is removed. */
export async function keepSet(
  set: AskedSet,
  info: VectorSetInfo,
  now: number,
  drawers?: readonly Drawer[],
): Promise<'quota' | 'unavailable' | null> {
  const id = idOf(info, set.store.finish());
  if (await findKept(id, drawers)) return null;
  return putAway(id, partsOf(set, info, now), drawers);
}

function partsOf(set: AskedSet, info: VectorSetInfo, now: number): readonly Part[] {
  const { words, store, counts, columns } = set;
  const texts: KeptTexts = { words: words.slice(0, store.count), columns };
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  const { name, wordsInSource, builtIn, format, flaws, limit } = info;
  const { count, dimensions, precision } = store;
  const about = { name, words: count, wordsInSource, dimensions, precision, added: now };
  const hasCounts = counts !== null;
  const facts = { about, builtIn, format, flaws, limit, hasCounts, texts: bytes.length };
  const { head, sections } = writeHeader(facts);
  const rows = store.finish();
  // The memory of a kernel is never shared here.
  const part = (at: number, from: ArrayBufferView): Part => ({
    at,
    bytes: from as ArrayBufferView<ArrayBuffer>,
  });
  return [
    part(0, head),
    part(sections.rows, numbersOf(rows)),
    ...(rows.precision === 'int8' ? [part(sections.scales, rows.scales)] : []),
    ...(counts ? [part(sections.counts, counts)] : []),
    part(sections.texts, bytes),
  ];
}

export interface OpenedKept {
  readonly set: AskedSet;
  readonly header: KeptHeader;
}

export interface KeptHooks {
  createRows(dimensions: number, precision: Precision): RowStore;
  /** Bytes of the file that were read, of how many, and words. */
  onProgress(progress: { readonly done: number; readonly total: number; readonly words: number }): void;
}

const ALONE: KeptHooks = { createRows: createRowStore, onProgress() {} };

/** Reads a set that was put away; null: it is not there, or not whole. Throws a RangeError where there is no memory for it. */
export async function openKept(
  id: string,
  hooks: KeptHooks = ALONE,
  drawers?: readonly Drawer[],
): Promise<OpenedKept | null> {
  const found = await findKept(id, drawers);
  if (!found) return null;
  const { file, header } = found;
  const { about, sections } = header;
  const store = hooks.createRows(about.dimensions, about.precision);
  store.reserve(about.words);
  await readRows(file, header, store, hooks);
  const json = await file.slice(sections.texts, sections.texts + header.texts).text();
  const { words, columns } = JSON.parse(json) as KeptTexts;
  const counts = header.hasCounts
    ? new Float64Array(await bytesOf(file, sections.counts, 8 * about.words))
    : null;
  return { set: { words, store, counts, columns, unseen: null }, header };
}

const bytesOf = (file: Blob, at: number, length: number): Promise<ArrayBuffer> =>
  file.slice(at, at + length).arrayBuffer();

/** Bytes of rows that are read at a time: they are copied once, and the copy ought to be small. */
const PORTION = 4e6;

async function readRows(
  file: Blob,
  { about, sections }: KeptHeader & { readonly sections: KeptSections },
  store: RowStore,
  { onProgress }: KeptHooks,
): Promise<void> {
  const { words, dimensions, precision } = about;
  const isCoded = precision === 'int8';
  const width = dimensions * (isCoded ? 1 : 4);
  const scales = isCoded ? new Float32Array(await bytesOf(file, sections.scales, 4 * words)) : null;
  const portion = Math.max(1, Math.floor(PORTION / width));
  for (let from = 0; from < words; from += portion) {
    const count = Math.min(portion, words - from);
    const bytes = await bytesOf(file, sections.rows + from * width, count * width);
    for (let i = 0; i < count; i++) {
      if (scales) store.pushCodes(new Int8Array(bytes, i * dimensions, dimensions), scales[from + i] ?? 0);
      else store.push(new Float32Array(bytes, i * width, dimensions));
    }
    onProgress({ done: sections.rows + (from + count) * width, total: file.size, words: from + count });
  }
}
