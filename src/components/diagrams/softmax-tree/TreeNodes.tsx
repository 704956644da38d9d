import { memo } from 'react';
import { SOFTMAX_TREE, type SoftmaxTreeNode } from '../../../layout/softmaxTree.ts';
import { HIDDEN } from '../hidden.ts';
import styles from './SoftmaxTreeView.module.css';

/** How a node stands out: on the lit path, its end, or chosen by the reader. */
export type NodeLook = 'quiet' | 'path' | 'target' | 'lit';

export interface TreeNodeProps {
  readonly node: SoftmaxTreeNode;
  readonly x: number;
  readonly y: number;
  readonly look: NodeLook;
  readonly selected: boolean;
  /** Takes the tab stop. */
  readonly tab: boolean;
  /** Whether a handle folds it: not the root, and nothing but inner nodes. */
  readonly foldable: boolean;
  /** What is written beneath a word or a fold. */
  readonly note: string;
  readonly name: string;
}

/** How much larger a circle on the path is. */
const GROWN = 3;
/** Distance of the handle from its circle. */
const HANDLE = 11;

function Box({ node, note }: TreeNodeProps) {
  const { width, height, kind } = node;
  const [left, top] = [-width / 2, -height / 2];
  return (
    <>
      {kind === 'folded' && (
        <rect x={left + 5} y={top + 4} width={width - 10} height={height} rx={8} className={styles.pile} />
      )}
      <rect x={left} y={top} width={width} height={height} rx={8} className={styles.box} />
      <text className={kind === 'leaf' ? styles.word : styles.more}>{`\u2068${node.label}\u2069`}</text>
      <text y={height / 2 + SOFTMAX_TREE.number + (kind === 'folded' ? 6 : 3)} className={styles.note}>
        {note}
      </text>
    </>
  );
}

function Circle({ node, look, foldable }: TreeNodeProps) {
  const radius = node.width / 2 + (look === 'quiet' ? 0 : GROWN);
  return (
    <>
      <circle r={radius} className={styles.circle} />
      <text className={styles.count}>{node.label}</text>
      {foldable && (
        <g data-fold="" className={styles.handle} {...HIDDEN}>
          <circle cx={radius + HANDLE} r={9} className={styles.handleDisc} />
          <path d={`M${radius + HANDLE - 4} 0h8`} className={styles.handleSign} />
        </g>
      )}
    </>
  );
}

/** One node of the tree: a treeitem, which its drawing walks by arrow keys. */
export const TreeNode = memo(function TreeNode(props: TreeNodeProps) {
  const { node, x, y, look, selected, tab, name } = props;
  const isLeaf = node.kind === 'leaf';
  return (
    <g
      role="treeitem"
      aria-label={name}
      aria-level={node.depth + 1}
      aria-selected={selected}
      aria-expanded={isLeaf ? undefined : node.kind === 'inner'}
      tabIndex={tab ? 0 : -1}
      transform={`translate(${x} ${y})`}
      data-node={node.id}
      data-kind={node.kind}
      data-look={look}
      className={styles.node}
    >
      {node.kind === 'inner' ? <Circle {...props} /> : <Box {...props} />}
    </g>
  );
});
