/** A stack of layers under a softmax, its optimiser and its results. Written by ../plan.ts in this order. */
@unmanaged
export class Model {
  /** 1, or 2 where layers read both ways: each has two records then, forward before backward. */
  directions: i32;
  /** Two directions: 1 when their states stand side by side, 0 when they are added. */
  sideBySide: i32;
  /** 1 where what a layer hands on is a copy that dropout may thin out. */
  thins: i32;
  /** Dropout of this pass: the key of its masks, the words below which a value is left out, and the factor on the others. */
  thinKey: u32;
  thinLimit: u32;
  thinKept: f32;
  /** Number of records. */
  layerCount: i32;
  /** The `Layer` records, end to end. */
  layers: usize;
  layerBytes: i32;
  rows: i32;
  batch: i32;
  /** What the top layer hands on (T, B, width) in order of time, and its gradient. */
  output: usize;
  outputGradient: usize;
  outputStride: i32;
  width: i32;
  /** `width` rounded up to whole panels. */
  padded: i32;
  classes: i32;
  /** `classes` rounded up to whole panels. */
  columns: i32;
  headWeights: usize;
  headBias: usize;
  headWeightsGradient: usize;
  headBiasGradient: usize;
  packedHead: usize;
  packedHeadBack: usize;
  biasPadded: usize;
  /** (T, B): −1 where nothing is asked. */
  targets: usize;
  /** Rows that have a target, and how many. */
  asked: usize;
  askedCount: i32;
  /** Rows whose logits are in memory at a time. */
  chunk: i32;
  logits: usize;
  /** (chunk, width): outputs of the rows at work, and their gradients. */
  gathered: usize;
  gatheredGradient: usize;
  /** f64 a row, and i32 a row: 1 where the most probable class is the target. */
  rowLoss: usize;
  rowRight: usize;
  scratch: usize;
  scratchBytes: i32;
  threads: i32;
  /** Two i32: arrived, generation. */
  barrier: usize;
  parameters: usize;
  gradients: usize;
  moments: usize;
  parameterCount: i32;
  /** Four vectors: where the parameters behind the last whole vector are worked on. */
  tail: usize;
  /** f64 a block. */
  blockSums: usize;
  /** f64: loss summed over rows, Σ g². f64 for the count of right rows. */
  results: usize;
  /** 0 SGD, 1 momentum, 2 RMSProp, 3 Adam. */
  optimizer: i32;
  /** f32: scale of the gradients, step size, and up to four more. */
  coefficients: usize;
}
