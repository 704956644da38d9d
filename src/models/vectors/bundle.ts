import { readBundleHeader, writeBundleHeader } from './bundle-header.ts';
import { crc32 } from './crc32.ts';
import type { VectorTable } from './vector-table.ts';

/*
 * Words and vectors as one small file, the kind that is served with the site. Little-endian throughout:
 *
 *   byte 0    8 bytes  the letters "unrolled"
 *        8    u32      version, 1
 *       12    u32      CRC-32 of everything from byte 16 on
 *       16    u32      H, bytes of the header, a multiple of 4
 *       20    H bytes  header: JSON in UTF-8 (BundleHeader), spaces behind it
 *     20+H    f32 × V  scales, one for each row
 *      then   u32 × V  how often each word occurred; only where the header says so
 *      then   i8 × V·d codes, row-major: number j of word i is scale[i] · code[i·d + j]
 *      then            words in UTF-8, a line feed behind each, to the end
 */

export const BUNDLE_MAGIC = 'unrolled';
export const BUNDLE_VERSION = 1;
const CHECKED_FROM = 16;
const HEADER_AT = 20;

/** What the file says of itself. */
export interface BundleHeader {
  /** What a reader calls these vectors. */
  readonly name: string;
  /** What they were made of, by whom. */
  readonly source: string;
  readonly licence: string;
  /** V. */
  readonly words: number;
  /** d. */
  readonly dimensions: number;
  /** Whether it says how often each word occurred. */
  readonly counts: boolean;
}

export interface Bundle {
  readonly header: BundleHeader;
  /** Its rows are 8-bit; codes, scales and counts lie in the bytes that were read. */
  readonly table: VectorTable;
}

/** Where a file stops being a bundle, and why. `byte` counts from 0. */
export interface BundleFault {
  readonly code: 'no-bundle' | 'version' | 'checksum' | 'header' | 'length' | 'scale' | 'words';
  readonly byte: number;
  readonly expected: string;
  readonly found: string;
}

export type ReadBundle =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly fault: BundleFault };

/** The bytes of a bundle; the same table, the same bytes. Throws on rows that are not 8-bit and words with a line feed. */
export function writeBundle(
  table: VectorTable,
  about: Pick<BundleHeader, 'name' | 'source' | 'licence'>,
): Uint8Array<ArrayBuffer> {
  const { words, dimensions, rows, counts } = table;
  if (rows.precision !== 'int8') throw new TypeError('a bundle holds 8-bit rows');
  if (words.some((word) => word === '' || /[\n\ud800-\udfff]/u.test(word)))
    throw new TypeError('a bundle holds words, each on a line');
  const header = writeBundleHeader({ ...about, words: words.length, dimensions, counts: counts !== null });
  const parts = [
    header,
    littleEndian(rows.scales, 'setFloat32'),
    counts ? littleEndian(counts, 'setUint32') : new Uint8Array(0),
    new Uint8Array(rows.codes.buffer, rows.codes.byteOffset, rows.codes.byteLength),
    new TextEncoder().encode(words.map((word) => `${word}\n`).join('')),
  ];
  const bytes = new Uint8Array(HEADER_AT + parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(BUNDLE_MAGIC));
  view.setUint32(8, BUNDLE_VERSION, true);
  view.setUint32(16, header.length, true);
  let at = HEADER_AT;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  view.setUint32(12, crc32(bytes.subarray(CHECKED_FROM)), true);
  return bytes;
}

/** What a bundle holds, or the first thing that is wrong with it; never throws, whatever the bytes. */
export function readBundle(bytes: Uint8Array): ReadBundle {
  const fault = frameFault(bytes);
  if (fault) return { ok: false, fault };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(16, true);
  const header = readBundleHeader(bytes, HEADER_AT, length);
  if ('code' in header) return { ok: false, fault: header };
  return readBody(bytes, HEADER_AT + length, header);
}

/** Magic, version, checksum. */
function frameFault(bytes: Uint8Array): BundleFault | null {
  const letters = new TextDecoder('latin1').decode(bytes.subarray(0, BUNDLE_MAGIC.length));
  if (letters !== BUNDLE_MAGIC) return { code: 'no-bundle', byte: 0, expected: BUNDLE_MAGIC, found: letters };
  if (bytes.length < HEADER_AT) return lengthFault(bytes.length, `at least ${HEADER_AT} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== BUNDLE_VERSION)
    return { code: 'version', byte: 8, expected: String(BUNDLE_VERSION), found: String(version) };
  const expected = view.getUint32(12, true);
  const found = crc32(bytes.subarray(CHECKED_FROM));
  if (found !== expected) return { code: 'checksum', byte: 12, expected: hex(expected), found: hex(found) };
  return null;
}

/** Numbers and words, which begin at `start`. */
function readBody(bytes: Uint8Array, start: number, header: BundleHeader): ReadBundle {
  const { words: count, dimensions } = header;
  const countsAt = start + 4 * count;
  const codesAt = countsAt + (header.counts ? 4 * count : 0);
  const wordsAt = codesAt + count * dimensions;
  // Each word takes two bytes at least: the shortest file that can hold what the header says.
  if (bytes.length < wordsAt + 2 * count)
    return { ok: false, fault: lengthFault(bytes.length, `at least ${wordsAt + 2 * count} bytes`) };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scales = Float32Array.from({ length: count }, (_, i) => view.getFloat32(start + 4 * i, true));
  const bad = scales.findIndex((scale) => !(scale >= 0 && scale < Number.POSITIVE_INFINITY));
  if (bad >= 0) return { ok: false, fault: scaleFault(start + 4 * bad, scales[bad] ?? Number.NaN) };
  const words = readWords(bytes.subarray(wordsAt), count);
  if (typeof words === 'string')
    return {
      ok: false,
      fault: { code: 'words', byte: wordsAt, expected: `${count} different words`, found: words },
    };
  const counts = header.counts
    ? Float64Array.from({ length: count }, (_, i) => view.getUint32(countsAt + 4 * i, true))
    : null;
  const codes = new Int8Array(bytes.buffer, bytes.byteOffset + codesAt, count * dimensions);
  const rows = { precision: 'int8' as const, codes, scales };
  return { ok: true, bundle: { header, table: { words, dimensions, rows, counts, columns: [] } } };
}

/** The words of the last section, or what is wrong with them. */
function readWords(bytes: Uint8Array, count: number): readonly string[] | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return 'bytes that are not UTF-8';
  }
  const words = text.split('\n');
  if (words.pop() !== '') return 'no line feed at the end';
  if (words.length !== count) return String(words.length);
  const different = new Set(words);
  if (different.size !== count) return `${different.size} different ones`;
  return different.has('') ? 'an empty word' : words;
}

function littleEndian(numbers: Float32Array | Float64Array, set: 'setFloat32' | 'setUint32'): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((value, i) => {
    view[set](4 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

function lengthFault(found: number, expected: string): BundleFault {
  return { code: 'length', byte: found, expected, found: `${found} bytes` };
}

function scaleFault(byte: number, found: number): BundleFault {
  return { code: 'scale', byte, expected: 'a number from 0 up', found: String(found) };
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
