import { createFasttextReader } from '../../../models/vectors/read/fasttext-reader.ts';
import { createGrowingTable, type GrowingTable } from '../../../models/vectors/read/growing-table.ts';
import { npyRows } from '../../../models/vectors/read/npy-header.ts';
import { createNpyReader } from '../../../models/vectors/read/npy-reader.ts';
import type { ReadFlaw, VectorReader } from '../../../models/vectors/read/reader.ts';
import { createSafetensorsReader } from '../../../models/vectors/read/safetensors-reader.ts';
import type { Subwords } from '../../../models/vectors/read/subword-vectors.ts';
import { createTextReader } from '../../../models/vectors/read/text-reader.ts';
import { keptOf, type WordTable } from '../../../models/vectors/read/word-table.ts';
import { createWord2vecReader } from '../../../models/vectors/read/word2vec-reader.ts';
import type { KeepOptions, SourceFault, SourceFlaw, VectorFileKind } from '../protocol.ts';
import type { Pair } from './pairing.ts';
import type { Peeked } from './peek.ts';
import { pump } from './pump.ts';
import { SourceError } from './source-error.ts';
import type { OpenedSource, OpenSource, SourceHooks } from './source-types.ts';
import { countLines, wordsOf } from './words-of.ts';

/** Reads vectors, and before them their words where these stand apart. */
export async function readPair(pair: Pair, keep: KeepOptions, hooks: SourceHooks): Promise<OpenedSource> {
  const { vectors } = pair;
  const named = pair.words && (await namesOf(vectors, pair.words));
  const table = createGrowingTable(keep, vectors.source.size, hooks.createRows);
  const format = formatOf(vectors.sniffed);
  const reading = readerOf(vectors, table, named?.words ?? [], keep);
  const open: Opening = { file: vectors.source.name, format, table, named };
  // Sums are of no use before the last of them is in.
  const canBeEarly = format !== 'fasttext-bin' && hooks.early > 0;
  const { end, fault, rate } = await pump(vectors, reading.reader, table, hooks, () => {
    if (canBeEarly) hooks.onEarly(sourceOf(open, null));
  });
  const done = table.rows && { rows: end.rows, rate, subwords: reading.subwords() };
  const source = done && sourceOf(open, done);
  const found = fault ?? emptyFault(open);
  if (!found && source) return { ok: true, source };
  return {
    ok: false,
    fault: found ?? { code: 'no-rows', place: { file: open.file } },
    flaws: flawsOf(open),
    good: table.words.length > 0 && end.isUsable ? source : null,
  };
}

async function namesOf(vectors: Peeked, words: Peeked): Promise<WordTable> {
  const rows = await rowsOf(vectors);
  const named = await wordsOf(words, rows);
  const found = named.words.length;
  if (rows === null || rows === found) return named;
  throw new SourceError({ code: 'partner-differs', file: vectors.source.name, rows, words: found });
}

/** How many rows the vectors have, where that is cheap to know. */
async function rowsOf({ sniffed, source, head }: Peeked): Promise<number | null> {
  if (sniffed.kind === 'npy') return npyRows(head);
  return sniffed.kind === 'numbers' ? (await countLines(source)) - (sniffed.plan.header ? 1 : 0) : null;
}

function formatOf(sniffed: Peeked['sniffed']): VectorFileKind {
  switch (sniffed.kind) {
    case 'numbers':
      return 'tsv';
    case 'words':
    case 'json':
    case 'empty':
    case 'other':
      throw new Error(`${sniffed.kind} has no vectors`);
    default:
      return sniffed.kind;
  }
}

interface Reading {
  readonly reader: VectorReader;
  subwords(): Subwords | null;
}

function readerOf(
  { sniffed, source }: Peeked,
  table: GrowingTable,
  names: readonly string[],
  keep: KeepOptions,
): Reading {
  const plain = (reader: VectorReader): Reading => ({ reader, subwords: () => null });
  switch (sniffed.kind) {
    case 'glove':
    case 'vec':
      return plain(createTextReader(sniffed.plan, table));
    case 'numbers':
      return plain(createTextReader(sniffed.plan, table, names));
    case 'word2vec-bin':
      return plain(createWord2vecReader(table));
    case 'npy':
      return plain(createNpyReader(table, names));
    case 'safetensors':
      return plain(createSafetensorsReader(table, names));
    case 'fasttext-bin': {
      const reader = createFasttextReader(table, () => keep.memory - (table.rows?.bytes ?? 0));
      return { reader, subwords: () => reader.subwords };
    }
    default:
      throw new SourceError({ code: 'not-vectors', place: { file: source.name }, kind: null });
  }
}

interface Opening {
  readonly file: string;
  readonly format: VectorFileKind;
  readonly table: GrowingTable;
  readonly named: WordTable | null;
}

interface Done {
  readonly rows: number | null;
  readonly rate: number | null;
  readonly subwords: Subwords | null;
}

/** `done`: null as long as it is being read. */
function sourceOf(open: Opening, done: Done | null): OpenSource {
  const { file, format, table, named } = open;
  const { words, index, rows, counts } = table;
  if (!rows) throw new Error('no rows yet');
  const said = named && done ? keptOf(named, words) : null;
  return {
    name: file,
    format,
    words,
    index,
    rows,
    counts: said?.counts ?? counts,
    columns: said?.columns ?? [],
    subwords: done?.subwords ?? null,
    wordsInSource: done?.rows ?? null,
    limit: table.limit,
    get flaws() {
      return flawsOf(open);
    },
    rate: done?.rate ?? null,
  };
}

function flawsOf({ file, table }: Opening): readonly SourceFlaw[] {
  return table.flaws().map((flaw: ReadFlaw) => ({ ...flaw, first: { file, ...flaw.first } }));
}

/** Read to its end, and nothing kept: there was no memory, or none of the words that were asked for. */
function emptyFault({ file, table }: Opening): SourceFault | null {
  if (table.words.length > 0) return null;
  if (table.limit === 'memory')
    return { code: 'memory', wanted: 4 * (table.rows?.dimensions ?? 0), words: 0 };
  return { code: 'no-rows', place: { file } };
}
