import { type BestLeaf, bestLeaves } from '../../models/softmax/best-leaves.ts';
import type { SoftmaxTree } from '../../models/softmax/tree.ts';
import { branchesOf } from './branches.ts';

/** The most probable words, and what the way to them cost. */
export interface Search {
  /** The most probable first. */
  readonly best: readonly BestLeaf[];
  /** Where the likelier turn at every node ends: cheap, and not always right. */
  readonly greedy: { readonly leaf: number; readonly logProbability: number; readonly visited: number };
  /** V − 1: the worst case. */
  readonly nodes: number;
}

/** The likelier turn at every node; of equals, left. */
function greedyLeaf(tree: SoftmaxTree, scores: Float64Array, logProbabilities: Float64Array) {
  let [child, visited] = [tree.root, 0];
  while (child >= 0) {
    visited++;
    child = (scores[child]! >= 0 ? tree.left : tree.right)[child]!;
  }
  return { leaf: ~child, logProbability: logProbabilities[~child]!, visited };
}

/**
 * Looks for the `count` most probable leaves best first, by the scores that the leaves' own probabilities, ln P (V), give the
 * inner nodes: as numbers of one dimension, against h = 1, they are the same tree.
 */
export function searchTree(tree: SoftmaxTree, logProbabilities: Float64Array, count: number): Search {
  const { scores } = branchesOf(tree, logProbabilities);
  return {
    best: bestLeaves({ tree, vectors: scores, hidden: Float64Array.of(1) }, count),
    greedy: greedyLeaf(tree, scores, logProbabilities),
    nodes: tree.leaves - 1,
  };
}
