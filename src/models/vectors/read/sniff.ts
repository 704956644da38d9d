import { fieldsOf, planText, type TextPlan } from './text-plan.ts';

/** What a file is, by its first bytes. */
export type Sniffed =
  | { readonly kind: 'glove' | 'vec'; readonly plan: TextPlan }
  /** Lines of numbers, without words. */
  | { readonly kind: 'numbers'; readonly plan: TextPlan }
  | { readonly kind: 'word2vec-bin' | 'fasttext-bin' | 'npy' | 'safetensors' }
  /** A list of words or a table about them, or a vocabulary in JSON: vectors stand in another file. */
  | { readonly kind: 'words' | 'json' }
  | { readonly kind: 'empty' }
  /** `what`: what it looks like instead. */
  | { readonly kind: 'other'; readonly what: string | null };

/** Bytes from the start of a file that tell what it is. */
export const HEAD_BYTES = 1 << 16;
/** Bytes that two lines of text take at the most. */
export const MOST_HEAD_BYTES = 1 << 22;

const LINE_FEED = 0x0a;
const FASTTEXT = [0xba, 0x16, 0x4f, 0x2f];
const NUMPY = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Python's own files, gensim's among them, begin with it and a version from 2 to 5. */
const PICKLE = 0x80;
const BINARY_HEADER = /^\d{1,15} \d{1,9}\r?\n/;
const LONGEST_HEADER = 32;

/** Whether these bytes are enough to tell, when there are more. */
export function isHeadEnough(head: Uint8Array): boolean {
  if (head.length < HEAD_BYTES) return false;
  if (head.length >= MOST_HEAD_BYTES) return true;
  const first = head.indexOf(LINE_FEED);
  return head.indexOf(0) >= 0 || (first >= 0 && head.indexOf(LINE_FEED, first + 1) >= 0);
}

/** Kinds that are told by their first bytes alone, before anybody asks for an encoding; null: it may be text. */
export function sniffBinary(head: Uint8Array): Sniffed | null {
  if (head.length === 0) return { kind: 'empty' };
  if (startsWith(head, FASTTEXT)) return { kind: 'fasttext-bin' };
  if (startsWith(head, NUMPY)) return { kind: 'npy' };
  if (isSafetensors(head)) return { kind: 'safetensors' };
  if (head[0] === PICKLE && head[1]! >= 2 && head[1]! <= 5) return { kind: 'other', what: 'pickle' };
  return isWord2vec(head) ? { kind: 'word2vec-bin' } : null;
}

/** Whether there are bytes that no text in one-byte units has, more of them than by accident. */
export function isBinary(head: Uint8Array): boolean {
  let odd = 0;
  for (const byte of head.subarray(0, HEAD_BYTES)) if (byte < 0x09 || (byte > 0x0d && byte < 0x1b)) odd++;
  return odd > 0.005 * Math.min(head.length, HEAD_BYTES);
}

/** Text that its beginning tells. */
const MARKED: readonly (readonly [Sniffed, RegExp])[] = [
  [{ kind: 'other', what: 'web-page' }, /^<(!doctype|html|\?xml|svg|head|body)/i],
  [{ kind: 'other', what: 'pointer' }, /^version https:\/\/git-lfs/],
  [{ kind: 'json' }, /^[{[]\s*(["{[\]}]|\d)/],
];

/** What text is; `isWhole`: there is no more of it. */
export function sniffText(text: string, isWhole: boolean): Sniffed {
  const start = text.trimStart();
  if (start === '') return { kind: 'empty' };
  const marked = MARKED.find(([, pattern]) => pattern.test(start));
  if (marked) return marked[0];
  const lines = text.split('\n');
  if (!isWhole && lines.length > 1) lines.pop();
  const plan = planText(lines);
  if (plan) return { kind: plan.isBare ? 'numbers' : plan.header ? 'vec' : 'glove', plan };
  return isWordList(lines) ? { kind: 'words' } : { kind: 'other', what: null };
}

/** Short lines, few words in each unless there are columns. */
function isWordList(lines: readonly string[]): boolean {
  const some = lines.filter((line) => line.trim() !== '').slice(0, 200);
  const plain = some.filter(
    (line) => line.length < 1000 && (line.includes('\t') || fieldsOf(line).length <= 4),
  );
  return plain.length > 0 && plain.length >= 0.9 * some.length;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** 8 bytes of the header's length, and the header begins as JSON does. */
function isSafetensors(head: Uint8Array): boolean {
  const isShort = head[4] === 0 && head[5] === 0 && head[6] === 0 && head[7] === 0;
  return head.length > 8 && isShort && head[8] === 0x7b;
}

/** A line of V and d as in text, and then what is no text. */
function isWord2vec(head: Uint8Array): boolean {
  const first = new TextDecoder('latin1').decode(head.subarray(0, LONGEST_HEADER));
  const header = BINARY_HEADER.exec(first);
  if (!header) return false;
  const body = head.subarray(header[0].length, HEAD_BYTES);
  return body.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}
