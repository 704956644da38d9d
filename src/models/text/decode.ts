/** Encodings that a text file is read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type DecodeResult =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  | { readonly ok: false; readonly fault: DecodeFault };

export type DecodeFault =
  | { readonly code: 'empty' }
  /** Zero bytes, or control characters, such as no text has. */
  | { readonly code: 'binary'; readonly offset: number }
  /** In none of the encodings; `offset` is where the first character begins that is not UTF-8. */
  | { readonly code: 'unknown-encoding'; readonly offset: number; readonly byte: number };

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Bytes looked at when an encoding is guessed. */
const SAMPLE = 2 ** 16;
/** In UTF-16 one byte of every ASCII character or space is zero; in Chinese text too there are line ends and digits. */
const UTF_16_ZEROS = 0.02;
/** Share of a GB18030 text's characters beyond ASCII that are Chinese characters or their punctuation. */
const CHINESE_SHARE = 0.9;
/** Characters beyond ASCII in UTF-8, one after the other, that are no accident. */
const UNICODE_PROOF = 4;
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2010-\u2026]/gu;
const BEYOND_ASCII = /[^\0-\x7f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * A file's bytes as text: by its byte-order mark; else UTF-8 if all of it is; else UTF-16 if zero bytes say so; else GB18030
 * if that gives Chinese. What is none of these, or has characters that no text has, comes back as a fault. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodeResult {
  if (bytes.length === 0) return { ok: false, fault: { code: 'empty' } };
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return decodeMarked(bytes, marked[0]);
  const unicode = decodeAs(bytes, 'utf-8');
  if (unicode !== null) return asText(unicode, 'utf-8', bytes);
  const wide = guessWide(bytes);
  const text = wide ? decodeAs(bytes, wide) : null;
  if (wide && text !== null) return asText(text, wide, bytes);
  const good = goodPrefix(bytes);
  const chinese = isDamagedUnicode(bytes.subarray(0, good)) ? null : decodeAs(bytes, 'gb18030');
  if (chinese !== null && isChinese(chinese)) return asText(chinese, 'gb18030', bytes);
  return { ok: false, fault: unknownAt(bytes, good) };
}

function decodeMarked(bytes: Uint8Array, encoding: TextEncoding): DecodeResult {
  const text = decodeAs(bytes, encoding);
  return text === null
    ? { ok: false, fault: unknownAt(bytes, goodPrefix(bytes)) }
    : asText(text, encoding, bytes);
}

/** Null when a byte does not belong. A byte-order mark is left out. */
function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function asText(text: string, encoding: TextEncoding, bytes: Uint8Array): DecodeResult {
  if (text === '') return { ok: false, fault: { code: 'empty' } };
  const control = text.search(CONTROL);
  if (control < 0) return { ok: true, text, encoding };
  const zero = bytes.indexOf(0);
  return { ok: false, fault: { code: 'binary', offset: zero < 0 ? control : zero } };
}

/** UTF-16 without a mark: zeros stand at every other byte, behind the character's low byte or before it. */
function guessWide(bytes: Uint8Array): TextEncoding | null {
  const length = Math.min(bytes.length, SAMPLE);
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 === 1 || Math.max(even, odd) < UTF_16_ZEROS * length) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isChinese(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const beyond = sample.match(BEYOND_ASCII)?.length ?? 0;
  return beyond > 0 && (sample.match(CHINESE)?.length ?? 0) >= CHINESE_SHARE * beyond;
}

/** Text in UTF-8 up to a broken place also reads as Chinese in GB18030, but as nonsense. */
function isDamagedUnicode(good: Uint8Array): boolean {
  const beyond = decodeAs(good, 'utf-8')?.match(BEYOND_ASCII)?.length ?? 0;
  return beyond >= UNICODE_PROOF;
}

function unknownAt(bytes: Uint8Array, offset: number): DecodeFault {
  return { code: 'unknown-encoding', offset, byte: bytes[offset] ?? 0 };
}

/** Bytes of whole characters in UTF-8 before the first that is none, found by halves. */
function goodPrefix(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (decodeAs(bytes.subarray(0, good), 'utf-8') === null) good--;
  return good;
}

/** Whether the bytes are the beginning of something in UTF-8, a character cut off at the end included. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
