import { type ByteRange, DTYPES, type Dtype, type SafetensorsFault } from './safetensors.ts';
import { NUMBER_FORMATS } from './safetensors-dtypes.ts';
import { type JsonObject, type JsonValue, parseJsonObject } from './safetensors-json.ts';

/** One line of the header, checked against the file: what to read, and where. */
export interface HeaderEntry {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly range: ByteRange;
}

export interface Header {
  /** In the order of the data, without gap or overlap. */
  readonly entries: readonly HeaderEntry[];
  readonly metadata: ReadonlyMap<string, string>;
  /** Where the data begins in the file. */
  readonly dataStart: number;
}

export type HeaderResult =
  | { readonly ok: true; readonly header: Header }
  | { readonly ok: false; readonly fault: SafetensorsFault };

/** Bytes in front of the header. */
export const LENGTH_BYTES = 8;
export const METADATA = '__metadata__';
/** The reference implementation's limit. */
const MAX_HEADER = 100_000_000;

/**
 * Reads and checks everything that a file says about itself; no number of it yet. `bytes` may end with the header when
 * `length` says how long the whole file is.
 */
export function readHeader(bytes: Uint8Array, length = bytes.length): HeaderResult {
  const text = headerText(bytes, length);
  if (typeof text !== 'string') return { ok: false, fault: text };
  const json = headerJson(text);
  if ('code' in json) return { ok: false, fault: json };
  const dataStart = LENGTH_BYTES + headerLength(bytes);
  const metadata = readMetadata(json.get(METADATA));
  if ('code' in metadata) return { ok: false, fault: metadata };
  const entries: HeaderEntry[] = [];
  for (const [name, value] of json) {
    if (name === METADATA) continue;
    const entry = readEntry(name, value, length - dataStart);
    if ('code' in entry) return { ok: false, fault: entry };
    entries.push(entry);
  }
  entries.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const fault = coverageFault(entries, length - dataStart);
  return fault ? { ok: false, fault } : { ok: true, header: { entries, metadata, dataStart } };
}

/** Length N of the header in bytes, as the first 8 of them say. */
export function headerLength(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
}

function headerText(bytes: Uint8Array, length: number): string | SafetensorsFault {
  if (bytes.length < LENGTH_BYTES) return { code: 'too-short', expected: LENGTH_BYTES, found: bytes.length };
  const found = headerLength(bytes);
  const atMost = Math.min(MAX_HEADER, length - LENGTH_BYTES);
  if (found > atMost) return { code: 'header-length', byte: 0, atMost, found };
  const header = bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + found);
  return decode(header, false) ?? { code: 'utf-8', byte: LENGTH_BYTES + firstInvalid(header) };
}

/** Null when the bytes are not UTF-8. With `open` a character may be cut off at the end. */
function decode(bytes: Uint8Array, open: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: open });
  } catch {
    return null;
  }
}

/** Index of the byte at which UTF-8 goes wrong, by halving: whatever is a valid start, so is each start of it. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (middle <= bytes.length && decode(bytes.subarray(0, middle), true) !== null) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function headerJson(text: string): JsonObject | SafetensorsFault {
  const result = parseJsonObject(text);
  if (result.ok) return result.value;
  const { error } = result;
  const byte = LENGTH_BYTES + new TextEncoder().encode(text.slice(0, error.at)).length;
  if (error.code === 'syntax') return { code: 'json', byte, expected: error.expected, found: error.found };
  return { code: 'duplicate', byte, name: error.key, within: error.path.at(-1) ?? null };
}

function readMetadata(value: JsonValue | undefined): ReadonlyMap<string, string> | SafetensorsFault {
  const metadata = new Map<string, string>();
  if (value === undefined) return metadata;
  if (!isObject(value)) return { code: 'metadata', key: null, found: kindOf(value) };
  for (const [key, text] of value) {
    if (typeof text !== 'string') return { code: 'metadata', key, found: kindOf(text) };
    metadata.set(key, text);
  }
  return metadata;
}

function readEntry(name: string, value: JsonValue, dataLength: number): HeaderEntry | SafetensorsFault {
  if (!isObject(value)) {
    return { code: 'entry', name, field: null, expected: 'object', found: kindOf(value) };
  }
  const [dtype, shape, range] = ['dtype', 'shape', 'data_offsets'].map((field) => value.get(field));
  if (typeof dtype !== 'string') {
    return { code: 'entry', name, field: 'dtype', expected: 'string', found: kindOf(dtype) };
  }
  if (!isDtype(dtype)) return { code: 'dtype', name, expected: DTYPES, found: dtype };
  if (!isWholeNumbers(shape)) {
    return { code: 'entry', name, field: 'shape', expected: 'whole numbers', found: kindOf(shape) };
  }
  if (!isWholeNumbers(range) || range.length !== 2) {
    const found = kindOf(range);
    return { code: 'entry', name, field: 'data_offsets', expected: 'two whole numbers', found };
  }
  const entry = { name, dtype, shape, range: range as unknown as ByteRange };
  return rangeFault(entry, dataLength) ?? entry;
}

function rangeFault({ name, dtype, shape, range }: HeaderEntry, dataLength: number): SafetensorsFault | null {
  const [begin, end] = range;
  if (end > dataLength || end < begin) {
    return { code: 'outside', name, expected: [0, dataLength], found: range };
  }
  const expected = shape.reduce((product, size) => product * size, NUMBER_FORMATS[dtype].bytes);
  return expected === end - begin ? null : { code: 'size', name, dtype, shape, expected, found: end - begin };
}

/** The data, cut at the tensors' ranges, must leave nothing over. */
function coverageFault(sorted: readonly HeaderEntry[], dataLength: number): SafetensorsFault | null {
  let covered = 0;
  let last = '';
  for (const { name, range } of sorted) {
    const [begin, end] = range;
    if (begin < covered) {
      return { code: 'overlap', name, other: last, range: [begin, Math.min(end, covered)] };
    }
    if (begin > covered) return { code: 'hole', before: name, range: [covered, begin] };
    covered = end;
    last = name;
  }
  return covered < dataLength ? { code: 'hole', before: null, range: [covered, dataLength] } : null;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

function isDtype(text: string): text is Dtype {
  return (DTYPES as readonly string[]).includes(text);
}

function isWholeNumbers(value: JsonValue | undefined): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0);
}

/** A word for the kind of value that stood there. */
function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (isObject(value)) return 'object';
  return Array.isArray(value)
    ? JSON.stringify(value.map((each) => (isObject(each) ? '{…}' : each)))
    : typeof value;
}
