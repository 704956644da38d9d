import type { BucketOptions } from '../../models/fasttext/subwords.ts';
import { choice, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Rows that n-grams may share; fastText's own default is the largest. */
export const BUCKETS = ['256', '2048', '20000', '200000', '2000000'] as const;
/** Longest n-gram that can be asked for. */
export const LONGEST = 8;
const WORD_BYTES = 120;

/** Everything about the n-grams of a word that a link carries. */
export interface NgramSettings {
  readonly word: string;
  readonly minN: number;
  readonly maxN: number;
  readonly bucket: (typeof BUCKETS)[number];
  /** N-gram that is opened, counted from 1. */
  readonly at: number;
}

export const NGRAM_TABLE: Table<NgramSettings> = {
  word: { key: 'word', codec: text('where', WORD_BYTES) },
  minN: { key: 'min', codec: integer(3, 1, LONGEST) },
  maxN: { key: 'max', codec: integer(6, 1, LONGEST) },
  bucket: { key: 'rows', codec: choice('20000', BUCKETS) },
  at: { key: 'at', codec: integer(2, 1, 400) },
};

export const optionsOf = ({ minN, maxN, bucket }: Omit<NgramSettings, 'word' | 'at'>): BucketOptions => ({
  minN,
  maxN: Math.max(minN, maxN),
  bucket: Number(bucket),
});

/** What was typed as a run reads its words: composed, lower case, up to the first space. */
export function wordOf(typed: string): string {
  return typed.normalize('NFC').toLowerCase().trim().split(/\s+/u)[0] ?? '';
}
