import { type RefObject, useMemo } from 'react';
import type { SoftmaxTreeLayout, SoftmaxTreeNode } from '../../../layout/softmaxTree.ts';
import { litEdges } from './litEdges.ts';
import styles from './SoftmaxTreeView.module.css';
import type { SoftmaxTreeViewProps } from './SoftmaxTreeView.tsx';
import { LitLabels, LitLines, QuietEdges } from './TreeEdges.tsx';
import { TreeFlashes } from './TreeFlashes.tsx';
import { type NodeLook, TreeNode } from './TreeNodes.tsx';
import { useCountText } from './useCountText.ts';
import { isThere, nodeAt, type TreeActions } from './useTreeActions.ts';

export interface TreeDrawingProps extends SoftmaxTreeViewProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly layout: SoftmaxTreeLayout;
  /** That of the layout which the drawing is on its way to: there is room to scroll to where something will be. */
  readonly size: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly actions: TreeActions;
  /** What each node is called. */
  readonly names: ReadonlyMap<number, string>;
}

/** Ends of the lit edges. */
function looksOf({ path, lit }: SoftmaxTreeViewProps, edges: readonly { from: number; to: number }[]) {
  const looks = new Map<number, NodeLook>([...(lit ?? [])].map((id) => [id, 'lit']));
  for (const { from, to } of edges) looks.set(from, 'path').set(to, 'path');
  if (path && looks.has(~path.leaf)) looks.set(~path.leaf, 'target');
  return looks;
}

/** All nodes, parents before children. */
function Nodes(props: TreeDrawingProps & { readonly looks: ReadonlyMap<number, NodeLook> }) {
  const { layout, looks, selected, actions, names, grown, noteOf } = props;
  const { whole } = useCountText();
  const there = layout.nodes.filter((node) => isThere(node, grown));
  const noteFor = ({ id, kind, count }: SoftmaxTreeNode): string => {
    if (kind === 'leaf' && noteOf) return noteOf(~id);
    // A fold whose parts are not all joined weighs nothing yet.
    return grown !== undefined && id >= grown ? '' : whole(count);
  };
  return there.map((node) => (
    <TreeNode
      key={node.id}
      node={node}
      x={node.x}
      y={node.y}
      look={looks.get(node.id) ?? 'quiet'}
      selected={node.id === selected}
      tab={node.id === actions.tab}
      foldable={node.parent !== null}
      note={noteFor(node)}
      name={names.get(node.id) ?? ''}
    />
  ));
}

/** The tree itself, as one SVG. */
export function TreeDrawing(props: TreeDrawingProps) {
  const { layout, size, scale, path = null, moved, actions, grown = Number.POSITIVE_INFINITY, folds } = props;
  const edges = useMemo(() => layout.edges.filter(({ from }) => from < grown), [layout, grown]);
  const lit = litEdges(layout, path);
  const onPath = new Set(lit.map(({ edge }) => edge.to));
  const looks = looksOf(
    props,
    lit.map(({ edge }) => edge),
  );
  return (
    <svg
      ref={props.svg}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its items take the focus, one at a time.
      role="tree"
      aria-label={props.name}
      data-export=""
      className={styles.svg}
      width={size.width * scale}
      height={size.height * scale}
      viewBox={`0 0 ${size.width} ${size.height}`}
      onKeyDown={actions.onKeyDown}
      onClick={actions.onClick}
      onPointerOver={({ target }) => actions.onPoint(nodeAt(target))}
      onPointerLeave={() => actions.onPoint(null)}
      onFocus={({ target }) => actions.onFocus(nodeAt(target))}
      onBlur={() => actions.onFocus(null)}
    >
      <QuietEdges edges={edges} lit={onPath} bits={props.bits ?? false} />
      {moved && <TreeFlashes layout={layout} sums={folds.sums} moved={moved} />}
      <LitLines lit={lit} />
      <Nodes {...props} looks={looks} />
      <LitLabels lit={lit} />
    </svg>
  );
}
