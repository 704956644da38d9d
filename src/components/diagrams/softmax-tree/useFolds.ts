import { useMemo, useState } from 'react';
import {
  type Folds,
  foldAllBut,
  foldAt,
  mostFrequent,
  revealLeaf,
  unfoldAt,
  unfoldMost,
} from '../../../layout/softmaxTreeFolds.ts';
import { type SoftmaxTreeSums, softmaxTreeSums } from '../../../layout/softmaxTreeSums.ts';
import type { SoftmaxTree } from '../../../models/softmax/tree.ts';

/** More boxes than these are never opened at once: SVG and eye have had enough. */
export const MOST_BOXES = 600;

/** What of a tree is folded, and what the drawing is to bring into sight. */
export interface FoldsHandle {
  readonly tree: SoftmaxTree;
  readonly sums: SoftmaxTreeSums;
  readonly folds: Folds;
  /** A child as in `SoftmaxTree`; a new object each time something is to be shown. */
  readonly target: { readonly id: number; readonly gently: boolean } | null;
  fold(node: number): void;
  unfold(node: number): void;
  /** Opens the way to a leaf and brings it into sight. */
  show(leaf: number): void;
  /** Whether everything is to be seen, and was at first. */
  readonly isOpen: boolean;
  /** Brings what can be seen of a node into sight, if it is not. */
  lookAt(id: number): void;
  /** Opens the way to a leaf, and leaves the view where it is. */
  reveal(leaf: number): void;
  /** Only the most frequent words, as at first. */
  reset(): void;
  /** Everything, as far as it can be drawn: the heaviest first. */
  openAll(): void;
}

interface State {
  readonly tree: SoftmaxTree;
  readonly keep: number;
  readonly folds: Folds;
  readonly target: FoldsHandle['target'];
}

/**
 * The folds of a tree: at first only its `keep` most frequent words are to be seen. Of another tree they begin anew.
 * @param tree its identity is what counts: memoise it
 */
export function useFolds(tree: SoftmaxTree, counts: ArrayLike<number>, keep: number): FoldsHandle {
  const sums = useMemo(() => softmaxTreeSums(tree, counts), [tree, counts]);
  const fresh = (): State => ({
    tree,
    keep,
    folds: foldAllBut(tree, mostFrequent(counts, keep)),
    target: null,
  });
  const [held, setState] = useState(fresh);
  let state = held;
  if (held.tree !== tree || held.keep !== keep) {
    state = fresh();
    setState(state);
  }
  const change = (to: (folds: Folds) => Folds, id: number | null = null) =>
    setState((before) => ({
      ...before,
      folds: to(before.folds),
      target: id === null ? before.target : { id, gently: false },
    }));
  return {
    tree,
    sums,
    folds: state.folds,
    target: state.target,
    isOpen: state.folds.size === 0 && tree.leaves <= keep,
    fold: (node) => change((folds) => foldAt(folds, node)),
    unfold: (node) => change((folds) => unfoldAt(tree, sums, folds, node)),
    show: (leaf) => change((folds) => revealLeaf(tree, folds, leaf), ~leaf),
    lookAt: (id) => setState((before) => ({ ...before, target: { id, gently: true } })),
    reveal: (leaf) => change((folds) => revealLeaf(tree, folds, leaf)),
    reset: () => change(() => fresh().folds, tree.root),
    openAll: () => change(() => unfoldMost(tree, sums, MOST_BOXES), tree.root),
  };
}
