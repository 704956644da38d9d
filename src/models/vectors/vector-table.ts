/** Numbers as they are kept: 32-bit floats, or 8-bit integers with one scale for each row (value = scale · code). */
export type StoredRows =
  | { readonly precision: 'float32'; readonly values: Float32Array }
  | { readonly precision: 'int8'; readonly codes: Int8Array; readonly scales: Float32Array };

export type Precision = StoredRows['precision'];

/** Words and their vectors as a set of them is held: V rows of d numbers, row-major, in the order of the source. */
export interface VectorTable {
  /** V of them, each once. */
  readonly words: readonly string[];
  /** d. */
  readonly dimensions: number;
  readonly rows: StoredRows;
  /** How often each word occurred, where the source says; null: only their order is known. */
  readonly counts: Float64Array | null;
  /** What else the source says of each word (columns of a metadata file); none for most. */
  readonly columns: readonly MetadataColumn[];
}

export interface MetadataColumn {
  readonly name: string;
  /** V of them; '' where the source has nothing. */
  readonly values: readonly string[];
}
