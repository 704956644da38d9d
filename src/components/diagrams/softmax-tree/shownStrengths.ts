import type { SoftmaxTreeLayout } from '../../../layout/softmaxTree.ts';
import type { SoftmaxTreeSums } from '../../../layout/softmaxTreeSums.ts';
import { nearestShown } from './nearestShown.ts';
import type { TreeMoved } from './treeTypes.ts';

/** Strengths of the nodes that are to be seen, the strongest 1; a fold has that of the strongest inside it. */
export function shownStrengths(
  layout: SoftmaxTreeLayout,
  sums: SoftmaxTreeSums,
  moved: TreeMoved,
): ReadonlyMap<number, number> {
  const most = Math.max(...moved.values(), Number.MIN_VALUE);
  const result = new Map<number, number>();
  for (const [node, strength] of moved) {
    const at = nearestShown(layout, sums, node);
    result.set(at, Math.max(result.get(at) ?? 0, strength / most));
  }
  return result;
}
