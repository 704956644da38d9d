import type { SoftmaxTreeEdge, SoftmaxTreeLayout } from '../../../layout/softmaxTree.ts';
import type { TreePath } from './treeTypes.ts';

export interface LitEdge {
  readonly edge: SoftmaxTreeEdge;
  readonly label: string | undefined;
}

/** The edges of a path that are lit and to be seen, from the root on. */
export function litEdges({ tree, edges }: SoftmaxTreeLayout, path: TreePath | null): readonly LitEdge[] {
  if (!path) return [];
  const [start, end] = [tree.starts[path.leaf] ?? 0, tree.starts[path.leaf + 1] ?? 0];
  const onPath = [...tree.nodes.subarray(start + 1, end), ~path.leaf].slice(0, path.steps ?? end - start);
  const byChild = new Map(edges.map((edge) => [edge.to, edge]));
  return onPath.flatMap((child, i) => {
    const edge = byChild.get(child);
    return edge ? [{ edge, label: path.labels?.[i] }] : [];
  });
}
