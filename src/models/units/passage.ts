/** What a network does while it reads a passage, from a zero state. */
export interface PassageReading {
  /** T tokens as they were read. */
  readonly tokens: readonly string[];
  /** Their ids; 0 (⟨UNK⟩) for those outside the vocabulary. */
  readonly ids: Int32Array;
  /** Optimiser steps behind the parameters that it was read with. */
  readonly step: number;
  /** What it was read with, flat in the layout's order: training goes on, and any gate of the passage can still be opened. */
  readonly parameters: Float64Array;
  /** One a layer, the lowest first. */
  readonly layers: readonly PassageLayer[];
  /** ln P of each token given those before it (T), nats; NaN for the first, which nothing foretold. */
  readonly logProbabilities: Float32Array;
}

export interface PassageLayer {
  /** a (T, n_a), index t·n_a + unit. */
  readonly hidden: Float32Array;
  /** c (T, n_a) of a cell that has one; else empty. */
  readonly cell: Float32Array;
}
