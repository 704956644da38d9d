import type { Point } from './path.ts';
import { joinSoftmaxTree, type SoftmaxTreeLayout, type SoftmaxTreeNode } from './softmaxTree.ts';

/** More nodes than these do not move: they are where they belong at once. */
const MOST_MOVING = 300;

/** Where a node was before, or the nearest one above it that was there: new ones grow out of it. */
function origin(node: SoftmaxTreeNode, from: SoftmaxTreeLayout, to: SoftmaxTreeLayout): Point {
  let at: SoftmaxTreeNode | undefined = node;
  while (at) {
    const before = from.byId.get(at.id);
    if (before) return before;
    at = at.parent === null ? undefined : to.byId.get(at.parent);
  }
  return node;
}

/** A drawing on its way from one layout of a tree to another; of another tree, that one. */
export function blendSoftmaxTrees(
  from: SoftmaxTreeLayout,
  to: SoftmaxTreeLayout,
  share: number,
): SoftmaxTreeLayout {
  if (from.tree !== to.tree || to.nodes.length > MOST_MOVING) return to;
  const mix = (a: number, b: number) => a + (b - a) * share;
  const nodes = to.nodes.map((node) => {
    const { x, y } = origin(node, from, to);
    return { ...node, x: mix(x, node.x), y: mix(y, node.y) };
  });
  return joinSoftmaxTree(to.tree, nodes, { width: to.width, height: to.height });
}
