/** Words and what stands for them. */
export interface WordVectors {
  readonly words: readonly string[];
  /** d. */
  readonly dimensions: number;
  /** (V, d) row-major. */
  readonly vectors: Float32Array;
}

/** The vector of the word with this id; a view. */
export function vectorOf({ dimensions, vectors }: WordVectors, id: number): Float32Array {
  return vectors.subarray(id * dimensions, (id + 1) * dimensions);
}
