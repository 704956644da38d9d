/** Encodings that a text file is read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** In UTF-16 one byte of every ASCII character or space is zero; in Chinese text too there are line ends and digits. */
const UTF_16_ZEROS = 0.02;

/** The encoding that a byte-order mark names. */
export function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  return MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

/** UTF-16 without a mark: zeros stand at every other byte, behind the character's low byte or before it. */
export function wideEncoding(sample: Uint8Array): TextEncoding | null {
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  const most = Math.max(even, odd);
  if (most === 0 || most < UTF_16_ZEROS * sample.length) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Where the first character begins that does not belong: bytes of whole characters before it, found by halves. */
export function firstBad(encoding: TextEncoding, bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBeginning(encoding, bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (!isWhole(encoding, bytes.subarray(0, good))) good--;
  return good;
}

/** Whether the bytes are the beginning of something, a character cut off at the end included. */
const isBeginning = (encoding: TextEncoding, bytes: Uint8Array) => decodes(encoding, bytes, true);
const isWhole = (encoding: TextEncoding, bytes: Uint8Array) => decodes(encoding, bytes, false);

/** Whether the bytes end within a character. */
export const isOpen = (encoding: TextEncoding, bytes: Uint8Array): boolean =>
  isBeginning(encoding, bytes) && !isWhole(encoding, bytes);

function decodes(encoding: TextEncoding, bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** Where the first control character is that no text has, in bytes; −1: nowhere. Of UTF-16, bytes that begin with a whole unit. */
export function firstControl(encoding: TextEncoding, bytes: Uint8Array): number {
  const [size, low] = encoding === 'utf-16le' ? [2, 0] : encoding === 'utf-16be' ? [2, 1] : [1, 0];
  for (let i = 0; i < bytes.length; i += size) {
    const high = size === 2 ? (bytes[i + 1 - low] ?? 1) : 0;
    if (high === 0 && isControl(bytes[i + low] ?? 0x20)) return i;
  }
  return -1;
}

/** Backspace and what comes before it, and most below a space; tabs, line and form feeds and escapes do occur. */
function isControl(code: number): boolean {
  return code <= 0x08 || (code >= 0x0e && code < 0x20 && code !== 0x1b);
}
