import type { SoftmaxTreeLayout } from '../../../layout/softmaxTree.ts';
import type { SoftmaxTreeSums } from '../../../layout/softmaxTreeSums.ts';

/** A node or leaf as far as it is to be seen: itself, or the fold that holds it. */
export function nearestShown(
  { byId, tree }: Pick<SoftmaxTreeLayout, 'byId' | 'tree'>,
  { parents }: Pick<SoftmaxTreeSums, 'parents'>,
  id: number,
): number {
  if (byId.has(id)) return id;
  let at = id < 0 ? tree.nodes[(tree.starts[~id + 1] ?? 0) - 1] : id;
  while (at !== undefined && at >= 0 && !byId.has(at)) at = parents[at];
  return at !== undefined && at >= 0 ? at : tree.root;
}
