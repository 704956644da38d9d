/*
 * Readers of files of vectors: bytes are pushed in, in pieces of any size, and words with their rows come out into a `VectorIntake`.
 * Nothing here waits, fetches or unpacks. A reader never throws on account of what stands in the file, and never
 * allocates what the file only claims to have.
 */

/** Where in a file: `line` of text from 1, `row` of a binary from 1, `byte` from 0. */
export interface ReadPlace {
  readonly line?: number;
  readonly row?: number;
  readonly byte?: number;
  readonly word?: string;
  readonly found?: string;
  readonly expected?: string;
}

/** What is wrong in a file that is read on nonetheless. */
export type FlawCode =
  | 'ragged-row'
  | 'not-a-number'
  | 'duplicate-word'
  | 'bad-utf8'
  | 'empty-word'
  | 'header-lies'
  | 'too-long-word'
  | 'zero-vector'
  | 'truncated';

export interface ReadFlaw {
  readonly code: FlawCode;
  readonly count: number;
  readonly first: ReadPlace;
}

/** Why a reader stops; rows that it gave before are good. */
export type ReadFault =
  /** `kind`: what it looks like instead. */
  | { readonly code: 'not-vectors'; readonly place: ReadPlace; readonly kind: string | null }
  | { readonly code: 'no-rows'; readonly place: ReadPlace }
  | { readonly code: 'encoding'; readonly place: ReadPlace; readonly encoding: string }
  | { readonly code: 'unsupported'; readonly detail: string }
  /** Rows here, and words in the file beside it. */
  | { readonly code: 'partner-differs'; readonly rows: number; readonly words: number }
  | { readonly code: 'damaged'; readonly place: ReadPlace; readonly detail: string };

/** Reads one file from its first byte to its last. */
export interface VectorReader {
  /** Some more bytes, which may be used again after. False: no more are wanted, for all that is kept is there, or for a fault. */
  push(piece: Uint8Array): boolean;
  /** After the last byte, whether or not more were wanted; `whole`: no byte is missing. */
  end(whole: boolean): ReadEnd;
}

export interface ReadEnd {
  readonly fault: ReadFault | null;
  /** Whether the rows that were given are what they ought to be; false: they wanted something that did not come. */
  readonly isUsable: boolean;
  /** Rows that the file has, or says that it has; null: it was not read to its end, and does not say. */
  readonly rows: number | null;
}

/** What a reader knows before the first row. */
export interface RowsAhead {
  /** d. */
  readonly dimensions: number;
  /** How many the file says it has; nobody has counted. */
  readonly claimed: number | null;
  /** Bytes that a row takes in the file, about. */
  readonly width: number;
  /** More is added to rows once all are there: they are floats until `settle`. */
  readonly areSums?: boolean;
}

/** Takes what readers find. */
export interface VectorIntake {
  /** Before the first row. */
  begin(ahead: RowsAhead): void;
  /** Whether a row for this word is wanted: not if there is one, or others are. A second one is noted, with its place. */
  wants(word: string, place: () => ReadPlace): boolean;
  /** Whether a word that begins so could be wanted; a quick no saves reading its numbers. */
  mayWant(beginning: string): boolean;
  /** A wanted word's row, which may be used again after. */
  add(word: string, row: Float32Array, place: () => ReadPlace, count?: number): void;
  /** Nothing more is wanted. */
  readonly isFull: boolean;
  /** Rows that may still be added. */
  readonly room: number;
  /** Rows that are sums: all of them, to be changed in place; only after the last one was added. */
  sums(): Float32Array;
  /** Sums are what they are. */
  settle(): void;
  note(code: FlawCode, place: () => ReadPlace): void;
}
