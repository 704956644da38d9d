import { logSigmoid, type TreeStep } from '../../models/softmax/hierarchical.ts';

/** One node of the way to the target, with what learning the target would tell it. */
export interface PathNode extends TreeStep {
  /** σ(v·h) − [bit = 0]: how wrong the node is. ∂(−ln P)/∂v is this times h. */
  readonly error: number;
  /** ‖∂(−ln P)/∂v‖ = |error| ‖h‖. */
  readonly gradientNorm: number;
}

/** Euclidean length. */
export const lengthOf = (vector: Float64Array): number =>
  Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));

/** The way to a leaf with the gradient of −ln P of every node on it (`hierarchicalLossAndGradients`, written out). */
export function pathNodes(steps: readonly TreeStep[], hidden: Float64Array): readonly PathNode[] {
  const length = lengthOf(hidden);
  return steps.map((step) => {
    const error = Math.exp(logSigmoid(step.score)) - Number(step.bit === 0);
    return { ...step, error, gradientNorm: Math.abs(error) * length };
  });
}

/** ∂(−ln P)/∂v of one node of the path (d). */
export const gradientOf = ({ error }: PathNode, hidden: Float64Array): Float64Array =>
  hidden.map((value) => error * value);
