import type { AskedSet } from '../../../models/vectors/answer.ts';
import { createRowStore, type RowStore } from '../../../models/vectors/row-store.ts';
import type { MetadataColumn, Precision } from '../../../models/vectors/vector-table.ts';
import { hashText } from '../../hash.ts';
import type { VectorSetInfo } from '../protocol.ts';
import { type KeptHeader, type KeptSections, readHeader, writeHeader } from './layout.ts';
import { keptFile, type PrivateFiles, removeKept } from './shelf.ts';

/** What a worker may do with a file of the private file system, and the page may not. */
interface OpenFile {
  read(into: ArrayBufferView, at: { readonly at: number }): number;
  write(from: ArrayBufferView, at: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
type Openable = FileSystemFileHandle & { createSyncAccessHandle(): Promise<OpenFile> };

/** Texts of a file, as JSON. */
interface KeptTexts {
  readonly words: readonly string[];
  readonly columns: readonly MetadataColumn[];
}

/** The same set, put away twice, is there once. */
function idOf({ name, words, dimensions, precision, wordsInSource }: VectorSetInfo): string {
  const facts = JSON.stringify([name, words, dimensions, precision, wordsInSource]);
  return hashText(facts).toString(16).padStart(8, '0');
}

async function isKept(id: string, files?: PrivateFiles): Promise<boolean> {
  const file = await (await keptFile(id, false, files))?.getFile();
  return file !== undefined && (await readHeader(file).catch(() => null)) !== null;
}

/** Puts a set away. Null: it is there. A file that did not become whole is removed. */
export async function keepSet(
  set: AskedSet,
  info: VectorSetInfo,
  now: number,
  files?: PrivateFiles,
): Promise<'quota' | 'unavailable' | null> {
  const id = idOf(info);
  if (await isKept(id, files)) return null;
  const handle = (await keptFile(id, true, files)) as Openable | null;
  if (!handle?.createSyncAccessHandle) return 'unavailable';
  try {
    const file = await handle.createSyncAccessHandle();
    try {
      write(file, set, info, now);
    } finally {
      file.close();
    }
    return null;
  } catch (error) {
    await removeKept(id, files);
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'unavailable';
  }
}

function write(file: OpenFile, set: AskedSet, info: VectorSetInfo, now: number): void {
  const { words, store, counts, columns } = set;
  const texts: KeptTexts = { words: words.slice(0, store.count), columns };
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  const about = {
    name: info.name,
    words: store.count,
    wordsInSource: info.wordsInSource,
    dimensions: store.dimensions,
    precision: store.precision,
    added: now,
  };
  const { builtIn, format, flaws, limit } = info;
  const hasCounts = counts !== null;
  const facts = { about, builtIn, format, flaws, limit, hasCounts, texts: bytes.length };
  const { head, sections } = writeHeader(facts);
  const put = (from: ArrayBufferView, at: number) => {
    // A full disk may take a part and say nothing else.
    if (file.write(from, { at }) !== from.byteLength) throw new DOMException('', 'QuotaExceededError');
  };
  file.truncate(0);
  const rows = store.finish();
  put(rows.precision === 'int8' ? rows.codes : rows.values, sections.rows);
  if (rows.precision === 'int8') put(rows.scales, sections.scales);
  if (counts) put(counts, sections.counts);
  put(bytes, sections.texts);
  file.flush();
  put(head, 0);
}

export interface OpenedKept {
  readonly set: AskedSet;
  readonly header: KeptHeader;
}

/** Reads a set that was put away; null: it is not there, or not whole. Throws a RangeError where there is no memory for it. */
export async function openKept(
  id: string,
  createRows: (dimensions: number, precision: Precision) => RowStore = createRowStore,
  files?: PrivateFiles,
): Promise<OpenedKept | null> {
  const handle = await keptFile(id, false, files);
  const file = await handle?.getFile();
  const header = file && (await readHeader(file).catch(() => null));
  if (!header) return null;
  const { about, sections } = header;
  const store = createRows(about.dimensions, about.precision);
  store.reserve(about.words);
  await readRows(file, header, store);
  const { words, columns } = JSON.parse(
    await file.slice(sections.texts, sections.texts + header.texts).text(),
  ) as KeptTexts;
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
  }
}
