import { type Codec, fitBytes } from '../../../url/codecs.ts';

/** Numbers of a table, row-major: a row a step, a column an input. */
export interface NumberTable {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** Why a text is no table. Lines and places count from 1. */
export type TableFault =
  | { readonly code: 'empty' }
  | { readonly code: 'not-a-number'; readonly line: number; readonly place: number; readonly found: string }
  | { readonly code: 'ragged'; readonly line: number; readonly expected: number; readonly found: number }
  | { readonly code: 'too-many-rows'; readonly found: number; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly found: number; readonly limit: number };

export type TableResult =
  | { readonly ok: true; readonly table: NumberTable }
  | { readonly ok: false; readonly fault: TableFault };

const TABLE_LIMITS = { rows: 64, columns: 512 } as const;

const refuse = (fault: TableFault): TableResult => ({ ok: false, fault });

/** A number as people and spreadsheets write it: a true minus, full-width digits of a Chinese keyboard. */
function readNumber(text: string): number {
  const plain = text.normalize('NFKC').replace(/[−–]/g, '-');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .split(/[\s,;，；]+/u)
    .filter(Boolean);

function faultOf(lines: readonly (readonly string[])[]): TableFault | null {
  const [first] = lines;
  if (!first) return { code: 'empty' };
  if (lines.length > TABLE_LIMITS.rows) {
    return { code: 'too-many-rows', found: lines.length, limit: TABLE_LIMITS.rows };
  }
  if (first.length > TABLE_LIMITS.columns) {
    return { code: 'too-many-columns', found: first.length, limit: TABLE_LIMITS.columns };
  }
  for (const [index, cells] of lines.entries()) {
    const place = cells.findIndex((cell) => !Number.isFinite(readNumber(cell)));
    if (place >= 0) {
      return { code: 'not-a-number', line: index + 1, place: place + 1, found: cells[place] ?? '' };
    }
    if (cells.length !== first.length) {
      return { code: 'ragged', line: index + 1, expected: first.length, found: cells.length };
    }
  }
  return null;
}

/** Lines of numbers, parted by blanks, tabs, commas or semicolons; empty lines are passed over. */
export function readTable(text: string): TableResult {
  const lines = text
    .split(/\r?\n/)
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  const fault = faultOf(lines);
  if (fault) return refuse(fault);
  const values = Float64Array.from(lines.flat(), readNumber);
  return { ok: true, table: { rows: lines.length, columns: lines[0]?.length ?? 0, values } };
}

/** The text of a table: what `readTable` reads back. */
export function writeTable({ rows, columns, values }: NumberTable): string {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)).join(' '),
  ).join('\n');
}

/** A table as text in a link; what is none is answered with the fallback. A table that is too long for a link is left out. */
export const tableText = (fallback: string, limit: number): Codec<string> => ({
  fallback,
  read(text, otherwise = fallback) {
    if (readTable(text).ok) return { value: text, problem: null };
    return {
      value: otherwise,
      problem: { code: 'url.mangled', found: fitBytes(text, 40), used: fitBytes(otherwise, 40) },
    };
  },
  write: (value) => (fitBytes(value, limit) === value ? value : ''),
  equal: (a, b) => a === b,
});
