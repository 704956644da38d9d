import type { SoftmaxTree } from '../models/softmax/tree.ts';
import type { SoftmaxTreeSums } from './softmaxTreeSums.ts';

/** Inner nodes that are drawn as one box, with everything under them. */
export type Folds = ReadonlySet<number>;

/** Levels that open together. */
const LEVELS = 2;

/** The `count` most frequent leaves; of equals the lower class. */
export function mostFrequent(counts: ArrayLike<number>, count: number): readonly number[] {
  return Array.from(counts, (value, leaf) => ({ value, leaf }))
    .sort((a, b) => b.value - a.value || a.leaf - b.leaf)
    .slice(0, count)
    .map(({ leaf }) => leaf);
}

const childrenOf = ({ left, right }: SoftmaxTree, node: number): readonly number[] => [
  left[node]!,
  right[node]!,
];

/** Folds every subtree that holds none of these leaves, as high as can be. */
export function foldAllBut(tree: SoftmaxTree, kept: Iterable<number>): Folds {
  const open = new Set<number>();
  for (const leaf of kept) {
    for (let i = tree.starts[leaf]!; i < tree.starts[leaf + 1]!; i++) open.add(tree.nodes[i]!);
  }
  if (tree.root >= 0 && !open.has(tree.root)) return new Set([tree.root]);
  const isShut = (child: number) => child >= 0 && !open.has(child);
  return new Set([...open].flatMap((node) => childrenOf(tree, node).filter(isShut)));
}

/** Whether something under the node is folded, apart from itself. */
function holdsFolds({ parents }: SoftmaxTreeSums, folds: Folds, node: number): boolean {
  for (const fold of folds) {
    for (let at = parents[fold]!; at >= 0; at = parents[at]!) if (at === node) return true;
  }
  return false;
}

/** Folds a subtree; what was folded inside it is kept in mind. */
export const foldAt = (folds: Folds, node: number): Folds => new Set(folds).add(node);

/** Opens a fold: as it was before it was shut, or else a few levels. */
export function unfoldAt(tree: SoftmaxTree, sums: SoftmaxTreeSums, folds: Folds, node: number): Folds {
  const result = new Set(folds);
  result.delete(node);
  if (holdsFolds(sums, result, node)) return result;
  let level: readonly number[] = [node];
  for (let depth = 0; depth < LEVELS; depth++) {
    level = level.flatMap((each) => childrenOf(tree, each)).filter((child) => child >= 0);
  }
  for (const each of level) result.add(each);
  return result;
}

/** Opens the way to a leaf, and nothing beside it. */
export function revealLeaf(tree: SoftmaxTree, folds: Folds, leaf: number): Folds {
  const path = tree.nodes.subarray(tree.starts[leaf], tree.starts[leaf + 1]);
  const first = path.findIndex((node) => folds.has(node));
  if (first < 0) return folds;
  const result = new Set(folds);
  path.subarray(first).forEach((node, i) => {
    result.delete(node);
    const next = path[first + i + 1];
    for (const child of childrenOf(tree, node)) if (child >= 0 && child !== next) result.add(child);
  });
  return result;
}

/** Opens what holds most until so many words or folds are to be seen: everything in a small tree. */
export function unfoldMost(tree: SoftmaxTree, sums: SoftmaxTreeSums, most: number): Folds {
  if (tree.leaves <= most) return new Set();
  const folds = new Set([tree.root]);
  const isHeavier = (a: number, b: number) => sums.counts[a]! > sums.counts[b]!;
  for (let shown = 1; shown < most && folds.size > 0; shown++) {
    const heaviest = [...folds].reduce((a, b) => (isHeavier(b, a) ? b : a));
    folds.delete(heaviest);
    for (const child of childrenOf(tree, heaviest)) if (child >= 0) folds.add(child);
  }
  return folds;
}
