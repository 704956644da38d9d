import type { BundleFault, BundleHeader } from './bundle.ts';

const ALIGNMENT = 4;
/** V and d beyond which a header is not believed: their product still counts bytes exactly. */
const MOST_WORDS = 2 ** 24;
const MOST_DIMENSIONS = 2 ** 16;

/** JSON with spaces behind it, so that the numbers after it begin at a multiple of 4 bytes. */
export function writeBundleHeader(header: BundleHeader): Uint8Array {
  const { name, source, licence, words, dimensions, counts } = header;
  const json = new TextEncoder().encode(JSON.stringify({ name, source, licence, words, dimensions, counts }));
  const padded = new Uint8Array(Math.ceil(json.length / ALIGNMENT) * ALIGNMENT).fill(0x20);
  padded.set(json);
  return padded;
}

/** The header in `length` bytes from `start`, or what is wrong there. */
export function readBundleHeader(
  bytes: Uint8Array,
  start: number,
  length: number,
): BundleHeader | BundleFault {
  if (start + length > bytes.length)
    return {
      code: 'length',
      byte: bytes.length,
      expected: `a header of ${length} bytes`,
      found: `${bytes.length - start} bytes`,
    };
  const text = new TextDecoder().decode(bytes.subarray(start, start + length));
  const value = parse(text);
  if (isHeader(value)) return value;
  const expected = 'name, source, licence, words, dimensions and counts in JSON';
  return { code: 'header', byte: start, expected, found: text.slice(0, 80) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isHeader(value: unknown): value is BundleHeader {
  if (typeof value !== 'object' || value === null) return false;
  const { name, source, licence, words, dimensions, counts } = value as Record<string, unknown>;
  return (
    [name, source, licence].every((text) => typeof text === 'string') &&
    isCount(words, MOST_WORDS) &&
    isCount(dimensions, MOST_DIMENSIONS) &&
    typeof counts === 'boolean'
  );
}

function isCount(value: unknown, most: number): boolean {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= most;
}
