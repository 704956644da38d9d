import { FNV_OFFSET, FNV_PRIME } from '../../fasttext/hash.ts';
import type { BucketOptions } from '../../fasttext/subwords.ts';

const OPEN = 0x3c;
const CLOSE = 0x3e;

/**
 * Buckets of a word's character n-grams, in the order of fastText's own `computeSubwords`: by where they begin, short ones first.
 * The same as `ngramRows` gives, from bytes and without a string for each (FNV-1a goes on from the n-gram that is a character
 * shorter). `word` is UTF-8.
 */
export function ngramBuckets(word: Uint8Array, { minN, maxN, bucket }: BucketOptions): readonly number[] {
  const bytes = new Uint8Array(word.length + 2);
  bytes[0] = OPEN;
  bytes.set(word, 1);
  bytes[bytes.length - 1] = CLOSE;
  const buckets: number[] = [];
  if (bucket < 1) return buckets;
  for (let start = 0; start < bytes.length; start++) {
    if (isInside(bytes[start]!)) continue;
    addFrom(bytes, start, minN, maxN, (hash) => buckets.push(hash % bucket));
  }
  return buckets;
}

function addFrom(
  bytes: Uint8Array,
  start: number,
  minN: number,
  maxN: number,
  add: (hash: number) => void,
): void {
  let hash = FNV_OFFSET;
  let at = start;
  for (let n = 1; n <= maxN && at < bytes.length; n++) {
    do {
      hash = Math.imul(hash ^ ((bytes[at]! << 24) >> 24), FNV_PRIME);
      at++;
    } while (at < bytes.length && isInside(bytes[at]!));
    const isMark = n === 1 && (start === 0 || at === bytes.length);
    if (n >= minN && !isMark) add(hash >>> 0);
  }
}

/** The second byte of a character, or a later one. */
const isInside = (byte: number): boolean => (byte & 0xc0) === 0x80;
