import type { NumberKind } from './number-rows.ts';
import type { ReadFault } from './reader.ts';
import { MOST_DIMENSIONS } from './text-plan.ts';

/** What a .npy says of its array (NumPy's format, versions 1 to 3). */
export interface NpyHeader {
  readonly kind: NumberKind;
  readonly isBigEndian: boolean;
  /** Column after column. */
  readonly isFortran: boolean;
  readonly rows: number;
  readonly dimensions: number;
}

/** Bytes up to the header's length, with room for either way of writing it. */
export const NPY_START_BYTES = 10;

/** Bytes of the header, and how many of them are among the first ten already. */
export function npyHeaderLength(
  start: Uint8Array,
): { readonly length: number; readonly have: number } | null {
  const [major = 0] = start.subarray(6);
  if (start.length < NPY_START_BYTES || major < 1 || major > 3) return null;
  const view = new DataView(start.buffer, start.byteOffset, start.length);
  // From version 2 on the length has two bytes more, which are the first of those that follow.
  return major === 1
    ? { length: view.getUint16(8, true), have: 0 }
    : { length: view.getUint16(8, true), have: 2 };
}

export function readNpyHeader(text: string): NpyHeader | ReadFault {
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([\d,\sL]*)\)/.exec(text)?.[1];
  if (descr === undefined || order === undefined || shape === undefined) {
    return { code: 'unsupported', detail: text.trim().slice(0, 60) };
  }
  const type = /^([<>=|])(f[248])$/.exec(descr);
  if (!type) return { code: 'unsupported', detail: `dtype ${descr}` };
  const [rows = 0, dimensions = 0, ...more] = shape
    .split(',')
    .filter((size) => size.trim())
    .map(parseFloat);
  if (more.length > 0 || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
    return {
      code: 'not-vectors',
      place: { byte: 0, found: `(${shape.trim()})`, expected: '(V, d)' },
      kind: null,
    };
  }
  const kind = type[2] as NumberKind;
  return { kind, isBigEndian: type[1] === '>', isFortran: order === 'True', rows, dimensions };
}

/** V of an array by the file's first bytes; null: they do not tell. */
export function npyRows(head: Uint8Array): number | null {
  const start = npyHeaderLength(head.subarray(0, NPY_START_BYTES));
  if (!start) return null;
  const from = NPY_START_BYTES + start.have;
  const header = readNpyHeader(new TextDecoder('latin1').decode(head.subarray(from, from + start.length)));
  return 'code' in header ? null : header.rows;
}
