import type { BucketOptions } from '../../fasttext/subwords.ts';
import { ngramBuckets } from './ngram-hash.ts';

/** More words than this are not told apart in a key of 53 bits beside 31 bits of a bucket. */
export const MOST_USERS = 2 ** 22;

/** Which words use which bucket, to be gone through once, bucket by bucket. */
export interface NgramUse {
  /** The word of this number uses the buckets of its n-grams. Returns how many. */
  add(index: number, word: Uint8Array): number;
  /** Each word that uses the bucket, as often as it does. Buckets have to come in rising order, when all words were added. */
  eachUser(bucket: number, visit: (index: number) => void): void;
}

export function createNgramUse(options: BucketOptions): NgramUse {
  let keys = new Float64Array(1 << 12);
  let length = 0;
  let at = 0;
  let isSorted = false;
  const add = (key: number) => {
    if (length === keys.length) {
      const larger = new Float64Array(2 * length);
      larger.set(keys);
      keys = larger;
    }
    keys[length++] = key;
  };
  return {
    add(index, word) {
      const buckets = ngramBuckets(word, options);
      for (const bucket of buckets) add(bucket * MOST_USERS + index);
      return buckets.length;
    },
    eachUser(bucket, visit) {
      if (!isSorted) keys.subarray(0, length).sort();
      isSorted = true;
      const first = bucket * MOST_USERS;
      while (at < length && keys[at]! < first + MOST_USERS) {
        if (keys[at]! >= first) visit(keys[at]! - first);
        at++;
      }
    },
  };
}
