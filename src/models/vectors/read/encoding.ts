import { firstBad, markedEncoding, type TextEncoding, wideEncoding } from '../../text/encodings.ts';

/** How a text is to be decoded: for certain, or not at all, and what it looks like then. */
export type Encoding =
  | { readonly encoding: TextEncoding }
  | { readonly unsure: string; readonly line: number; readonly byte: number };

const LINE_FEED = 0x0a;
const ASCII = 0x80;
/** Words beyond ASCII that are not UTF-8, in one encoding or another, that are no accident. */
const ENOUGH = 4;
/** Share of the characters beyond ASCII that must be of the kind that is looked for. */
const SHARE = 0.9;
const BEYOND = /[^\0-\x7f]/gu;
const HANGUL = /[\uac00-\ud7a3\u3130-\u318f]/gu;
const KANA = /[\u3040-\u30ff]/gu;

/**
 * The encoding of a text by its beginning. A mark says it; zero bytes say UTF-16; else it is UTF-8 where the lines that are not
 * ASCII are, but for a few. If none is, it is GBK where that gives common Chinese characters and nothing else fits better. Words in
 * an encoding of western Europe are left to the word decoder, which takes them one by one.
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0)
    return unsure('utf-32le', head, 0);
  const sure = markedEncoding(head) ?? wideEncoding(head);
  if (sure) return { encoding: sure };
  const lines = linesBeyondAscii(head);
  const bad = lines.filter(({ bytes }) => !decodes('utf-8', bytes));
  const [first] = bad;
  if (!first || bad.length < lines.length / 2) return { encoding: 'utf-8' };
  const beyond = joined(bad.map(({ bytes }) => bytes));
  if (isChinese(beyond)) return { encoding: 'gb18030' };
  const guess = guessOf(beyond);
  // Few of them, or letters between Latin ones: words can be decoded one by one.
  if (guess === 'windows-1252' || bad.length < ENOUGH) return { encoding: 'utf-8' };
  return unsure(guess, head, first.start + firstBad('utf-8', first.bytes));
}

function unsure(encoding: string, head: Uint8Array, byte: number): Encoding {
  let line = 1;
  for (let i = 0; i < byte; i++) if (head[i] === LINE_FEED) line++;
  return { unsure: encoding, line, byte };
}

interface Line {
  readonly bytes: Uint8Array;
  readonly start: number;
}

/** Whole lines with a byte beyond ASCII in them. */
function linesBeyondAscii(head: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    const end = head.indexOf(LINE_FEED, start);
    if (end < 0) break;
    const bytes = head.subarray(start, end);
    if (bytes.some((byte) => byte >= ASCII)) lines.push({ bytes, start });
    start = end + 1;
  }
  const rest = head.subarray(start);
  if (lines.length === 0 && start === 0 && rest.some((byte) => byte >= ASCII))
    lines.push({ bytes: rest, start });
  return lines;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
    all[at++] = LINE_FEED;
  }
  return all;
}

function textOf(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const decodes = (encoding: string, bytes: Uint8Array): boolean => textOf(encoding, bytes) !== null;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Valid as GBK, nearly all of it in the rows of common characters (GB 2312, level 1), and no Korean that is written in the same bytes. */
function isChinese(bytes: Uint8Array): boolean {
  if (!decodes('gb18030', bytes) || isKorean(bytes)) return false;
  let common = 0;
  let pairs = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < ASCII) continue;
    pairs++;
    if (isCommon(bytes[i]!, bytes[++i] ?? 0)) common++;
  }
  return pairs > 1 && common >= SHARE * pairs;
}

/** Rows of marks and letters, and rows of the characters of level 1. */
function isCommon(row: number, cell: number): boolean {
  return cell >= 0xa1 && ((row >= 0xa1 && row <= 0xa3) || (row >= 0xb0 && row <= 0xd7));
}

function isKorean(bytes: Uint8Array): boolean {
  const text = textOf('euc-kr', bytes);
  return text !== null && count(text, HANGUL) >= 0.98 * count(text, BEYOND);
}

/** What it looks like. */
function guessOf(bytes: Uint8Array): string {
  if (isKorean(bytes)) return 'euc-kr';
  for (const encoding of ['shift_jis', 'euc-jp']) {
    const text = textOf(encoding, bytes);
    if (text !== null && count(text, KANA) >= 0.2 * count(text, BEYOND)) return encoding;
  }
  const letters = bytes.filter((byte) => byte >= ASCII).length;
  const others = bytes.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
  if (letters <= others) return 'windows-1252';
  if (decodes('big5', bytes)) return 'big5';
  return 'unknown';
}
