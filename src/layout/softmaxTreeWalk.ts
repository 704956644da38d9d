import type { SoftmaxTreeLayout, SoftmaxTreeNode } from './softmaxTree.ts';

/** The nodes of one level, from left to right. */
const levelOf = ({ nodes }: SoftmaxTreeLayout, depth: number): readonly SoftmaxTreeNode[] =>
  nodes.filter((node) => node.depth === depth).sort((a, b) => a.x - b.x);

/** Which node an arrow key leads to: up to the parent, down to the left child, sideways along the level; null: no other. */
export function softmaxTreeStep(layout: SoftmaxTreeLayout, id: number, key: string): number | null {
  const node = layout.byId.get(id);
  if (!node) return null;
  const level = levelOf(layout, node.depth);
  const at = level.indexOf(node);
  const steps: Readonly<Record<string, () => number | null | undefined>> = {
    ArrowUp: () => node.parent,
    ArrowDown: () => (node.kind === 'inner' ? layout.tree.left[id] : null),
    ArrowLeft: () => level[at - 1]?.id,
    ArrowRight: () => level[at + 1]?.id,
    Home: () => layout.tree.root,
    End: () => layout.nodes.reduce((a, b) => (b.depth > a.depth ? b : a)).id,
  };
  return steps[key]?.() ?? null;
}
