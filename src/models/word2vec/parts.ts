/**
 * The rows of the input layer that a word is made of: in word2vec its own; in fastText its own and those of its character
 * n-grams. A word's vector is their mean.
 */
export interface WordParts {
  /** Rows of the input layer: at least V, the first V being the words' own. */
  readonly count: number;
  /** Where each word's rows begin in `rows`, and after the last one their length: V + 1 numbers. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** Every word is itself. */
export function wholeWords(vocabulary: number): WordParts {
  return {
    count: vocabulary,
    starts: Int32Array.from({ length: vocabulary + 1 }, (_, word) => word),
    rows: Int32Array.from({ length: vocabulary }, (_, word) => word),
  };
}

/** Rows of one word. */
export function partsOf({ starts, rows }: WordParts, word: number): Int32Array {
  return rows.subarray(starts[word], starts[word + 1]);
}
