import { hashBytes, hashWords } from './hash.ts';
import type { CheckpointFault } from './protocol.ts';

/*
 * A header and numbers in one piece. Layout, little-endian: magic, version, length of the header in bytes, hash of everything
 * after these 16 bytes (four 32-bit words); the header (JSON, UTF-8, padded with spaces to a multiple of 8); then the sections
 * end to end, in the precision that the header names. In version 1 that is always 64 bits, and the hash goes byte by byte.
 */
const MAGIC = 0x4c524e55;
const VERSION = 2;
const PREFIX = 16;

export type Numbers = Float32Array | Float64Array;
/** Bits of every number in the sections. */
export type Precision = 32 | 64;

/** What the file itself needs to know; the rest of the header is its owner's. */
interface FileHeader {
  readonly precision: Precision;
  /** Length of each section, in numbers. */
  readonly sections: readonly number[];
}

export type FileResult =
  | { readonly ok: true; readonly file: CheckpointFile }
  | { readonly ok: false; readonly fault: CheckpointFault };

export interface CheckpointFile {
  readonly version: number;
  readonly header: Readonly<Record<string, unknown>>;
  /** A copy of every section, in 64 bits. */
  sections(): Float64Array[];
}

/** The file's buffer is its own: it may be transferred. */
export function writeFile(
  header: Readonly<Record<string, unknown>>,
  precision: Precision,
  sections: readonly Numbers[],
): Uint8Array<ArrayBuffer> {
  const lengths = sections.map(({ length }) => length);
  const text = padded(new TextEncoder().encode(JSON.stringify({ ...header, precision, sections: lengths })));
  const start = PREFIX + text.length;
  const size = precision / 8;
  const bytes = new Uint8Array(start + size * sum(lengths));
  bytes.set(text, PREFIX);
  const numbers = numbersAt(bytes.buffer, start, sum(lengths), precision);
  let offset = 0;
  for (const section of sections) {
    numbers.set(section, offset);
    offset += section.length;
  }
  new Uint32Array(bytes.buffer, 0, 4).set([MAGIC, VERSION, text.length, hashOf(bytes, VERSION)]);
  return bytes;
}

function padded(text: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil(text.length / 8) * 8).fill(0x20);
  result.set(text);
  return result;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function numbersAt(buffer: ArrayBuffer, at: number, count: number, precision: Precision): Numbers {
  return precision === 32 ? new Float32Array(buffer, at, count) : new Float64Array(buffer, at, count);
}

/** Of everything behind the prefix, whose length is a multiple of four. */
function hashOf({ buffer, length }: Uint8Array<ArrayBuffer>, version: number): number {
  const rest = length - PREFIX;
  return version === 1
    ? hashBytes(new Uint8Array(buffer, PREFIX, rest))
    : hashWords(new Uint32Array(buffer, PREFIX, rest / 4));
}

/**
 * Never throws on bytes of any kind: what is wrong comes back as a value. `verify` false leaves the numbers unread: for bytes
 * that come straight from where they were written.
 */
export function readFile(given: Uint8Array, { verify = true } = {}): FileResult {
  const bytes = aligned(given);
  const { buffer, length } = bytes;
  if (length < PREFIX) return { ok: false, fault: 'not-a-checkpoint' };
  const [magic, version = 0, headerLength = 0, hash] = new Uint32Array(buffer, 0, 4);
  if (magic !== MAGIC) return { ok: false, fault: 'not-a-checkpoint' };
  if (version < 1 || version > VERSION) return { ok: false, fault: 'other-version' };
  if (PREFIX + headerLength > length) return { ok: false, fault: 'truncated' };
  const header = parseHeader(new Uint8Array(buffer, PREFIX, headerLength));
  const start = PREFIX + headerLength;
  if (!header || start % 8 > 0) return { ok: false, fault: 'damaged' };
  const missing = length - start - sum(header.sections) * (header.precision / 8);
  if (missing < 0) return { ok: false, fault: 'truncated' };
  if (missing > 0 || (verify && hashOf(bytes, version) !== hash)) return { ok: false, fault: 'damaged' };
  return { ok: true, file: { version, header, sections: () => split(buffer, start, header) } };
}

/** Typed arrays need bytes that begin their buffer, and end it. */
function aligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength;
  return isWhole ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

function parseHeader(text: Uint8Array): (FileHeader & Record<string, unknown>) | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    const header = { precision: 64, ...(parsed as Record<string, unknown>) };
    const { precision, sections } = header as Partial<FileHeader>;
    const isWhole = Array.isArray(sections) && sections.every(isLength);
    return isWhole && (precision === 32 || precision === 64) ? { ...header, precision, sections } : null;
  } catch {
    return null;
  }
}

function isLength(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function split(buffer: ArrayBuffer, start: number, { precision, sections }: FileHeader): Float64Array[] {
  const numbers = numbersAt(buffer, start, sum(sections), precision);
  let offset = 0;
  return sections.map((length) => {
    offset += length;
    return new Float64Array(numbers.subarray(offset - length, offset));
  });
}
