/** Optimisers, as data. Names and placement of ε follow PyTorch (√v̂ + ε outside the root). */
export type OptimizerSpec =
  | { readonly kind: 'sgd'; readonly learningRate: number }
  | { readonly kind: 'momentum'; readonly learningRate: number; readonly momentum: number }
  | {
      readonly kind: 'rmsprop';
      readonly learningRate: number;
      readonly decay: number;
      readonly epsilon: number;
    }
  | {
      readonly kind: 'adam';
      readonly learningRate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
    };

/** Numbers that an optimiser keeps for every parameter from step to step: running means of the gradient and of its square. */
export const MOMENTS: Readonly<Record<OptimizerSpec['kind'], number>> = {
  sgd: 0,
  momentum: 1,
  rmsprop: 1,
  adam: 2,
};

/** Length of `Optimizer.state()`: step count, learning rate, and the moments of so many parameters. */
export const stateLength = (kind: OptimizerSpec['kind'], parameters: number): number =>
  2 + MOMENTS[kind] * parameters;
