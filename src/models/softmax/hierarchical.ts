import { depthOf, type SoftmaxTree } from './tree.ts';

/** One inner node on the way to a leaf. */
export interface TreeStep {
  readonly node: number;
  /** The turn: 0 left, 1 right. */
  readonly bit: number;
  /** v·h. */
  readonly score: number;
  /** σ(v·h) for a turn to the left, σ(−v·h) to the right. */
  readonly probability: number;
  /** Product of the probabilities so far. */
  readonly product: number;
}

/** Vectors of the inner nodes, (V − 1, d) row-major, and h (d): what a tree computes with. */
export interface TreeScores {
  readonly tree: SoftmaxTree;
  readonly vectors: Float64Array;
  readonly hidden: Float64Array;
}

/** ln σ(x), without overflow for any finite x. */
export function logSigmoid(x: number): number {
  return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * The way to a leaf, node by node (Morin & Bengio 2005; Mikolov et al. 2013, "Distributed Representations", equation 3): the
 * last product is P(leaf | h).
 */
export function walkTree({ tree, vectors, hidden }: TreeScores, leaf: number): readonly TreeStep[] {
  const start = tree.starts[leaf]!;
  let product = 1;
  return Array.from({ length: depthOf(tree, leaf) }, (_, i) => {
    const node = tree.nodes[start + i]!;
    const bit = tree.bits[start + i]!;
    const score = dotRow(vectors, node, hidden);
    const probability = Math.exp(logSigmoid(bit === 0 ? score : -score));
    product *= probability;
    return { node, bit, score, probability, product };
  });
}

/** ln P(leaf | h), nats: as many dot products as the leaf is deep. */
export function leafLogProbability({ tree, vectors, hidden }: TreeScores, leaf: number): number {
  let sum = 0;
  for (let i = tree.starts[leaf]!; i < tree.starts[leaf + 1]!; i++) {
    const score = dotRow(vectors, tree.nodes[i]!, hidden);
    sum += logSigmoid(tree.bits[i] === 0 ? score : -score);
  }
  return sum;
}

/** ln P of every leaf (V): V − 1 dot products, each node's once. The probabilities sum to 1 whatever the vectors are. */
export function leafLogProbabilities(scores: TreeScores): Float64Array {
  const { tree, vectors, hidden } = scores;
  const result = new Float64Array(tree.leaves);
  const waiting: (readonly [child: number, logProbability: number])[] = [[tree.root, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [child, reached] = next;
    if (child < 0) {
      result[~child] = reached;
      continue;
    }
    const score = dotRow(vectors, child, hidden);
    waiting.push([tree.right[child]!, reached + logSigmoid(-score)]);
    waiting.push([tree.left[child]!, reached + logSigmoid(score)]);
  }
  return result;
}

/**
 * −ln P(leaf | h) and its gradients: ∂/∂v_node = (σ(v·h) − [bit = 0]) h for the nodes on the path, and none for any other;
 * both are added. Returns the loss, nats.
 */
export function hierarchicalLossAndGradients(
  scores: TreeScores,
  leaf: number,
  vectorGradients: Float64Array,
  hiddenGradient: Float64Array,
): number {
  const { tree, vectors, hidden } = scores;
  const d = hidden.length;
  let loss = 0;
  for (let i = tree.starts[leaf]!; i < tree.starts[leaf + 1]!; i++) {
    const row = tree.nodes[i]! * d;
    const score = dotRow(vectors, tree.nodes[i]!, hidden);
    const toLeft = tree.bits[i] === 0;
    loss -= logSigmoid(toLeft ? score : -score);
    const error = Math.exp(logSigmoid(score)) - Number(toLeft);
    for (let j = 0; j < d; j++) {
      hiddenGradient[j]! += error * vectors[row + j]!;
      vectorGradients[row + j]! += error * hidden[j]!;
    }
  }
  return loss;
}

/** v·h of one row. */
export function dotRow(rows: Float64Array, row: number, with_: Float64Array): number {
  const start = row * with_.length;
  let sum = 0;
  for (let j = 0; j < with_.length; j++) sum += rows[start + j]! * with_[j]!;
  return sum;
}
