import type { SoftmaxTree } from '../../models/softmax/tree.ts';

/** Inner nodes, every one before those below it. */
function topDown({ root, left, right }: SoftmaxTree): readonly number[] {
  const order: number[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node < 0) continue;
    order.push(node);
    waiting.push(left[node]!, right[node]!);
  }
  return order;
}

/** ln(eᵃ + eᵇ). */
function logAdd(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** What all leaves together say of the inner nodes. */
export interface Branches {
  /** ln P of coming past each inner node (V − 1): the sum over the leaves below it. */
  readonly reached: Float64Array;
  /** v·h of each inner node (V − 1): σ of it is the share of what comes past that turns left. */
  readonly scores: Float64Array;
}

/**
 * Every node's score out of the leaves' probabilities, ln P (V): a frame carries those, and V − 1 vectors would weigh d times as
 * much. Right because a node's probability is the sum of the leaves below it.
 */
export function branchesOf(tree: SoftmaxTree, logProbabilities: Float64Array): Branches {
  const reached = new Float64Array(tree.leaves - 1);
  const scores = new Float64Array(tree.leaves - 1);
  const at = (child: number) => (child < 0 ? logProbabilities[~child]! : reached[child]!);
  const order = topDown(tree);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    const [left, right] = [at(tree.left[node]!), at(tree.right[node]!)];
    reached[node] = logAdd(left, right);
    scores[node] = left === right ? 0 : left - right;
  }
  return { reached, scores };
}
