import type { SoftmaxTree } from '../softmax/tree.ts';

/** Skip-gram foretells each word of a context from the word in the middle; CBOW the word in the middle from all of its context. */
export type Architecture = 'skip-gram' | 'cbow';

/** How a word is foretold from a vector. */
export type OutputLayer =
  /** All V scores. */
  | { readonly kind: 'full' }
  /** One score for each inner node on the way to the word. */
  | { readonly kind: 'hierarchical'; readonly tree: SoftmaxTree }
  /** One for the word, and one for each negative sample. */
  | { readonly kind: 'negative' };

/** The two layers of word2vec, both row-major with d numbers a row. */
export interface EmbeddingVectors {
  /** Vectors of the words that are read (V, d): what is kept in the end. */
  readonly input: Float64Array;
  /** Vectors that they are held against: of the V words, or of a tree's V − 1 inner nodes. */
  readonly output: Float64Array;
}

/** One thing to learn: the target is to be foretold from the mean of the inputs' vectors. Skip-gram has one input. */
export interface EmbeddingExample {
  readonly inputs: ArrayLike<number>;
  readonly target: number;
  /** For negative sampling: the noise words drawn for it. */
  readonly negatives: ArrayLike<number>;
}
