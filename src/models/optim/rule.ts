/** What a rule's step works on. All arrays are as long as the model has parameters. */
export interface OptimizerStep {
  /** Overwritten with the new parameters. */
  readonly parameters: Float64Array;
  readonly gradients: Float64Array;
  /** The rule's running averages, zero at first, overwritten. */
  readonly moments: readonly Float64Array[];
  /** 1 for the first step. */
  readonly step: number;
  readonly learningRate: number;
}

/** One way to step downhill, as data: what it remembers and how it moves. */
export interface OptimizerRule<Spec> {
  /** Running averages that the rule keeps per parameter. */
  readonly moments: number;
  apply(spec: Spec, at: OptimizerStep): void;
}
