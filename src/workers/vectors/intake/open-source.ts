import { createGrowingTable, type GrowingTable } from '../../../models/vectors/read/growing-table.ts';
import type { ReadFlaw, VectorReader } from '../../../models/vectors/read/reader.ts';
import { createTextReader } from '../../../models/vectors/read/text-reader.ts';
import type { RowStore } from '../../../models/vectors/row-store.ts';
import type { MetadataColumn, Precision } from '../../../models/vectors/vector-table.ts';
import type {
  KeepOptions,
  OpenProgress,
  SourceFault,
  SourceFlaw,
  VectorFileKind,
  VectorOrigin,
} from '../protocol.ts';
import { fileSource } from './file-source.ts';
import { type Peeked, peek } from './peek.ts';
import { pump } from './pump.ts';
import { detailOf, SourceError } from './source-error.ts';

/** Where bytes are to be read from. */
export type ReadableOrigin = Extract<VectorOrigin, { readonly kind: 'files' | 'url' }>;

export interface SourceHooks {
  now(): number;
  /** Resolves in a later macrotask, so that messages that wait are handled first. */
  yield(): Promise<void>;
  /** As often as something was read. */
  onProgress(progress: Omit<OpenProgress, 'elapsed'>): void;
  /** Called once, when so many bytes of text were read (`early`) and there are rows: they can be asked for, and go on growing. */
  onEarly(source: OpenSource): void;
  readonly early: number;
  /** Where rows grow. Throws a RangeError where there is no memory. */
  createRows(dimensions: number, precision: Precision): RowStore;
}

/** Words and rows of a source, all of which may still grow at the end until it is opened. */
export interface OpenSource {
  readonly name: string;
  readonly format: VectorFileKind;
  readonly words: readonly string[];
  /** Where each word stands in `words`. */
  readonly index: ReadonlyMap<string, number>;
  readonly rows: RowStore;
  /** How often each word occurred, as long as the words; empty: the source does not say. */
  readonly counts: ArrayLike<number>;
  /** As long as the words. */
  readonly columns: readonly MetadataColumn[];
  /** A vector made of an unseen word's parts; null: none of them is known. Null itself: the set has no parts. */
  readonly subwords: ((word: string) => Float32Array | null) | null;
  /** Rows of the source, as it has or claims them; null: it was not read to its end, and does not say. */
  readonly wordsInSource: number | null;
  readonly flaws: readonly SourceFlaw[];
  /** Stored bytes a second; null: too little was read to tell. */
  readonly rate: number | null;
}

export type OpenedSource =
  | { readonly ok: true; readonly source: OpenSource }
  /** `good`: rows that were read before the fault, whole ones, with which the reader may go on. */
  | {
      readonly ok: false;
      readonly fault: SourceFault;
      readonly flaws: readonly SourceFlaw[];
      readonly good: OpenSource | null;
    };

/** Reads files of vectors, wherever they are. Never rejects for what is wrong with them. To cancel, end the worker. */
export async function openSource(
  origin: ReadableOrigin,
  keep: KeepOptions,
  hooks: SourceHooks,
): Promise<OpenedSource> {
  try {
    if (origin.kind === 'url')
      throw new SourceError({ code: 'unsupported', file: origin.url, detail: 'url' });
    const [first] = origin.files;
    if (!first) throw new SourceError({ code: 'empty', file: '' });
    return await openOne(await peek(fileSource(first)), keep, hooks);
  } catch (error) {
    const fault: SourceFault =
      error instanceof SourceError ? error.fault : { code: 'stopped', detail: detailOf(error) };
    return { ok: false, fault, flaws: [], good: null };
  }
}

async function openOne(peeked: Peeked, keep: KeepOptions, hooks: SourceHooks): Promise<OpenedSource> {
  const { source, sniffed } = peeked;
  const file = source.name;
  if (sniffed.kind !== 'glove' && sniffed.kind !== 'vec') {
    throw new SourceError({ code: 'not-vectors', place: { file }, kind: null });
  }
  const table = createGrowingTable(keep, source.size, hooks.createRows);
  const reader: VectorReader = createTextReader(sniffed.plan, table);
  const facts = { file, format: sniffed.kind, table };
  const pumped = await pump(peeked, reader, table, hooks, () => hooks.onEarly(sourceOf(facts, null, null)));
  const opened = table.rows && sourceOf(facts, pumped.end.rows, pumped.rate);
  const { fault } = pumped;
  if (!fault && opened) return { ok: true, source: opened };
  return {
    ok: false,
    fault: fault ?? { code: 'no-rows', place: { file } },
    flaws: flawsOf(table.flaws(), file),
    good: table.words.length > 0 ? opened : null,
  };
}

interface Facts {
  readonly file: string;
  readonly format: VectorFileKind;
  readonly table: GrowingTable;
}

function sourceOf(
  { file, format, table }: Facts,
  rowsInSource: number | null,
  rate: number | null,
): OpenSource {
  const { words, index, rows, counts } = table;
  if (!rows) throw new Error('no rows yet');
  return {
    name: file,
    format,
    words,
    index,
    rows,
    counts,
    columns: [],
    subwords: null,
    wordsInSource: rowsInSource,
    get flaws() {
      return flawsOf(table.flaws(), file);
    },
    rate,
  };
}

const flawsOf = (flaws: readonly ReadFlaw[], file: string): readonly SourceFlaw[] =>
  flaws.map((flaw) => ({ ...flaw, first: { file, ...flaw.first } }));
