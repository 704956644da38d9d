import type { ReadFault } from './reader.ts';
import { MOST_DIMENSIONS } from './text-plan.ts';

/** Bytes of magic number, version and settings; low byte first, as everything in the file. */
export const FASTTEXT_HEADER_BYTES = 64;
export const FASTTEXT_MAGIC = 793712314;
/** Versions whose files are alike; 11 differs in what supervised models use of their settings. */
const VERSIONS = [11, 12];
const SUPERVISED = 3;
/** No word is cut into longer n-grams by anybody; longer ones would be more than the words themselves. */
const LONGEST_NGRAM = 30;

/** What of a fastText model's settings its vectors depend on. */
export interface FasttextHeader {
  readonly dimensions: number;
  readonly bucket: number;
  readonly minN: number;
  readonly maxN: number;
}

export function readFasttextHeader(bytes: Uint8Array): FasttextHeader | ReadFault {
  if (bytes.length < FASTTEXT_HEADER_BYTES) return damaged(bytes.length, 'truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const int = (index: number) => view.getInt32(4 * index, true);
  const version = int(1);
  if (!VERSIONS.includes(version)) return { code: 'unsupported', detail: `fastText ${version}` };
  // dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate, t
  const [dimensions, model, bucket, minN, maxN] = [int(2), int(9), int(10), int(11), int(12)];
  if (!(dimensions >= 1 && dimensions <= MOST_DIMENSIONS) || bucket < 0) return damaged(8, 'settings');
  if (maxN > LONGEST_NGRAM) return { code: 'unsupported', detail: `n-grams of ${maxN}` };
  return { dimensions, bucket, minN, maxN: version === 11 && model === SUPERVISED ? 0 : maxN };
}

function damaged(byte: number, detail: string): ReadFault {
  return { code: 'damaged', place: { byte }, detail };
}
