/** word2vec: its settings, its text and its vectors. Written by ../embedding-records.ts in this order. */
@unmanaged
export class Embedding {
  /** Bytes of a row: `dimensions` numbers rounded up to whole vectors. What is beyond them stays 0. */
  stride: i32;
  window: i32;
  /** 1 where each position draws its reach. */
  shrink: i32;
  /** 1 for CBOW, 0 for skip-gram. */
  cbow: i32;
  /** CBOW: 1 where an input moves by the gradient of the mean. */
  corrected: i32;
  /** Skip-gram: 1 where the pairs of a window share their negatives; of the full softmax, where they are learnt together. */
  batched: i32;
  /** 0 full softmax, 1 tree, 2 negative sampling. */
  output: i32;
  /** K. */
  negatives: i32;
  vocabulary: i32;
  /** The words' vectors, and those of the output layer. */
  inputRows: usize;
  outputRows: usize;
  /** Where each word's rows of the input layer begin in `parts`; 0 where every word is its own row. */
  partStarts: usize;
  parts: usize;
  /** The text, and where its sentences begin. */
  ids: usize;
  starts: usize;
  /** Chances to stay, of each word, out of 2^32. */
  keep: usize;
  /** Noise: limit and alias of each word, side by side. */
  noise: usize;
  /** The tree's paths: where each leaf's begins, nodes and turns end to end. */
  paths: usize;
  nodes: usize;
  turns: usize;
  /** Four words. */
  generator: usize;
  /** What is left of a sentence. */
  kept: usize;
  /** h of the examples of a group, what they get back, and rows of zeros behind. */
  hidden: usize;
  back: usize;
  /** Addresses of the rows that take part, what they should say, and how often each counts: numbers of 32 bits. */
  rows: usize;
  labels: usize;
  times: usize;
  /** Scores and steps of each row, of two examples; of the full softmax, steps of each example and row. */
  scores: usize;
  steps: usize;
  /** Bytes from the scores (the steps) of one example to those of another. */
  span: i32;
  /** A row that pads lists: all 0, and moved by nothing. */
  blank: usize;
  /** Words read, words in all epochs, learning rate, its floor (of f64); then what came of it: examples, measured ones, Σ loss. */
  numbers: usize;
}
