import { readVocabularyJson } from '../../convert/vocabulary-json.ts';
import type { MetadataColumn } from '../vector-table.ts';

/** Words that stand in a file of their own, in the order of the rows in another, and what else is said of each. */
export interface WordTable {
  readonly words: readonly string[];
  readonly columns: readonly MetadataColumn[];
  /** How often each word occurred; null: it is not said. */
  readonly counts: readonly number[] | null;
}

const WORD_COLUMN = /^(word|label|token|name|title|text|term|char|character)s?$/i;
const COUNT_COLUMN = /^(count|freq|frequency|occurrences|n)$/i;
const WORD_AND_COUNT = /^(\S+)[ \t]+(\d{1,15})$/;

/** Columns that are kept: a single line of tabs alone would make one for each of them, as long as the table. */
export const MOST_COLUMNS = 100;

/**
 * A list of words, one on a line; the same with a count behind each (word2vec's and GloVe's vocabularies); or a table with tabs, as
 * the Embedding Projector has it: its first line names the columns, unless there are `rows` lines as it is.
 */
export function readWordTable(text: string, rows: number | null): WordTable {
  const lines = linesOf(text);
  const isTable = lines.some((line) => line.includes('\t'));
  const hasHeader = rows === null ? isTable && !hasCount(lines[0]) : lines.length === rows + 1;
  const body = hasHeader ? lines.slice(1) : lines;
  if (!hasHeader && body.length > 0 && body.every(hasCount)) return readCounted(body);
  if (!isTable) return { words: body, columns: [], counts: null };
  return readColumns(hasHeader ? (lines[0] ?? '') : null, body);
}

const hasCount = (line = ''): boolean => WORD_AND_COUNT.test(line);

function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

function readCounted(lines: readonly string[]): WordTable {
  const pairs = lines.map((line) => WORD_AND_COUNT.exec(line));
  return {
    words: pairs.map((pair) => pair?.[1] ?? ''),
    columns: [],
    counts: pairs.map((pair) => Number(pair?.[2] ?? 0)),
  };
}

function readColumns(header: string | null, lines: readonly string[]): WordTable {
  const cells = lines.map((line) => line.split('\t'));
  const widest = cells.reduce((most, { length }) => Math.max(most, length), 1);
  const width = Math.min(widest, MOST_COLUMNS);
  const said = header?.split('\t') ?? [];
  const names = Array.from({ length: width }, (_, k) => said[k]?.trim() || String(k + 1));
  const columnOf = (k: number) => cells.map((row) => row[k]?.trim() ?? '');
  const word = Math.max(
    0,
    names.findIndex((name) => WORD_COLUMN.test(name)),
  );
  const others = names.map((_, k) => k).filter((k) => k !== word);
  const count = others.find((k) => COUNT_COLUMN.test(names[k] ?? '') && columnOf(k).every(isCount));
  return {
    words: columnOf(word),
    columns: others.filter((k) => k !== count).map((k) => ({ name: names[k] ?? '', values: columnOf(k) })),
    counts: count === undefined ? null : columnOf(count).map(Number),
  };
}

const isCount = (cell: string): boolean => /^\d{1,15}(\.0*)?$/.test(cell);

/** A vocabulary in JSON, in any of the usual forms; else what is wrong with it, in a few words. */
export function readWordJson(text: string): WordTable | { readonly detail: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
  const read = readVocabularyJson(value);
  if (read.ok) return { words: read.tokens, columns: [], counts: null };
  return { detail: JSON.stringify(read.fault).slice(0, 120) };
}

/** What a table says of those of its words that were kept; `kept` is some of them, in the same order. */
export function keptOf(table: WordTable, kept: readonly string[]): Pick<WordTable, 'columns' | 'counts'> {
  const rows: number[] = [];
  for (let i = 0; i < table.words.length && rows.length < kept.length; i++) {
    if (table.words[i] === kept[rows.length]) rows.push(i);
  }
  return {
    columns: table.columns.map(({ name, values }) => ({ name, values: rows.map((i) => values[i] ?? '') })),
    counts: table.counts && rows.map((i) => table.counts?.[i] ?? 0),
  };
}
