import type { TreeWalkView } from '../../../instruments/tree-walk/TreeWalkFigure.tsx';

/** Nodes that the path has at least, and what P has to be above. */
export const RAISED = { depth: 10, probability: 0.5 } as const;

/** The running model gives a word deep in the tree more than one half, after the reader had the pair learnt. */
export function isRaised({ walk, learning }: Pick<TreeWalkView, 'walk' | 'learning'>): boolean {
  if (!walk || learning.log.length < 2) return false;
  return walk.path.length >= RAISED.depth && walk.probability > RAISED.probability;
}
