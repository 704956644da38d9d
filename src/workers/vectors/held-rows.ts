import type { RowStore } from '../../models/vectors/row-store.ts';
import type { MetadataColumn } from '../../models/vectors/vector-table.ts';

/** Words and rows in this worker; all of it may still grow at the end. */
export interface HeldRows {
  readonly words: readonly string[];
  /** Where each word stands in `words`. */
  readonly index: ReadonlyMap<string, number>;
  readonly rows: RowStore;
  /** How often each word occurred, as long as the words; empty: the source does not say. */
  readonly counts: ArrayLike<number>;
  /** As long as the words. */
  readonly columns: readonly MetadataColumn[];
  /** A vector made of an unseen word's parts; null: none of them is known. Null itself: the set has no parts. */
  readonly subwords: ((word: string) => Float32Array | null) | null;
}

/** Where each word stands. */
export function indexOf(words: readonly string[]): Map<string, number> {
  const index = new Map<string, number>();
  for (let i = 0; i < words.length; i++) index.set(words[i] ?? '', i);
  return index;
}

/** The vector of a word, as the set holds it or makes it of its parts; null: it can do neither. */
export function vectorOf({ index, rows, subwords }: HeldRows, word: string): Float32Array | null {
  const found = index.get(word);
  if (found === undefined) return subwords?.(word) ?? null;
  const row = new Float32Array(rows.dimensions);
  rows.rowInto(found, row);
  return row;
}

/** Bytes of rows and words. */
export function heldBytes({ rows, words }: HeldRows): number {
  let letters = 0;
  for (const word of words) letters += word.length;
  // A string of an engine takes 16 bytes or so beside its letters, an entry of a map about 40.
  return rows.bytes + letters + 56 * words.length;
}
