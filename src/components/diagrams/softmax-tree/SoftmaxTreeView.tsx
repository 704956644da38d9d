import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { softmaxTreeMessages } from '../../../i18n/messages/softmax-tree.ts';
import { type SoftmaxTreeLayout, softmaxTree } from '../../../layout/softmaxTree.ts';
import { blendSoftmaxTrees } from '../../../layout/softmaxTreeBlend.ts';
import { useWidth } from '../../interaction/useWidth.ts';
import { useZoom } from '../../interaction/useZoom.ts';
import { useText } from '../../text/useText.tsx';
import { useTween } from '../useTween.ts';
import styles from './SoftmaxTreeView.module.css';
import { TreeDrawing } from './TreeDrawing.tsx';
import { TreeLine } from './TreeLine.tsx';
import { TreeTools } from './TreeTools.tsx';
import type { TreeMoved, TreePath } from './treeTypes.ts';
import { useCountText } from './useCountText.ts';
import { useDragScroll } from './useDragScroll.ts';
import type { FoldsHandle } from './useFolds.ts';
import { useNodeNames } from './useNodeNames.ts';
import { useTreeActions } from './useTreeActions.ts';
import { useTreeScroll } from './useTreeScroll.ts';

export interface SoftmaxTreeViewProps {
  /** Accessible name of the drawing. */
  readonly name: string;
  /** The tree and what of it is folded, by `useFolds`. */
  readonly folds: FoldsHandle;
  /** One a leaf, as are the counts. */
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  /** A child as in `SoftmaxTree`: an inner node, or ~class; null: none. */
  readonly selected?: number | null;
  /** Without it, a press on an inner node folds it. */
  readonly onSelect?: (id: number) => void;
  readonly path?: TreePath | null;
  /** Nodes and leaves that stand out besides. */
  readonly lit?: ReadonlySet<number>;
  readonly moved?: TreeMoved | null;
  /** Inner nodes from this number on are not there yet: a tree that is being built. Absent: all are. */
  readonly grown?: number;
  /** What stands under a word in place of its count. */
  readonly noteOf?: (leaf: number) => string;
  /** Whether the edges say which turn they are. */
  readonly bits?: boolean;
  /** Greatest height of the drawing, px; what is taller scrolls. */
  readonly height?: number;
  /** Stands in the bar above the drawing. */
  readonly children?: ReactNode;
}

const ZOOM = { min: 0.15, max: 3, anchor: 'middle' } as const;
const DEFAULT_HEIGHT = 600;

function useLayout({ folds: { tree, sums, folds }, words, counts }: SoftmaxTreeViewProps): SoftmaxTreeLayout {
  const text = useText(softmaxTreeMessages);
  const { short } = useCountText();
  return useMemo(() => {
    const more = (count: number) => text('tree.more', { count });
    return softmaxTree({ tree, sums, counts, words, folds, format: short, more });
  }, [tree, sums, counts, words, folds, short, text]);
}

/** Below it, numbers are too small to begin with. */
const LEAST_FIRST = 0.8;

/** A tree that is a little wider than its box is made to fit, once, when the box is known. */
function useFirstFit(known: boolean, fit: number, zoomTo: (scale: number) => void): void {
  const latest = useRef({ fit, zoomTo });
  latest.current = { fit, zoomTo };
  useEffect(() => {
    const first = latest.current;
    if (known && first.fit < 1 && first.fit >= LEAST_FIRST) first.zoomTo(first.fit);
  }, [known]);
}

/**
 * A softmax tree to walk about in: inner nodes with the counts under them, words as leaves, rare parts folded. Zoom, pan, find; a
 * path with its factors; halos where vectors moved. One tab stop; arrows go to parent, child and along the level.
 */
export function SoftmaxTreeView(props: SoftmaxTreeViewProps) {
  const { folds, height = DEFAULT_HEIGHT } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const anchor = useRef<number | null>(null);
  const { scale, zoomTo } = useZoom(scroller, ZOOM);
  const room = useWidth(scroller);
  const layout = useLayout(props);
  const shown = useTween(layout, blendSoftmaxTrees);
  const names = useNodeNames(layout, props.words);
  const actions = useTreeActions({ ...props, layout, svg, anchor });
  const fit = room === null ? 1 : room / layout.width;
  useFirstFit(room !== null, fit, zoomTo);
  const onFind = (leaf: number) => {
    folds.show(leaf);
    props.onSelect?.(~leaf);
    scroller.current?.scrollIntoView({ block: 'nearest' });
  };
  useDragScroll(scroller);
  useTreeScroll(scroller, { layout, shown, scale, target: folds.target, sums: folds.sums, anchor });
  return (
    <div className={styles.root}>
      <TreeTools words={props.words} folds={folds} onFind={onFind} scale={scale} onScale={zoomTo} fit={fit}>
        {props.children}
      </TreeTools>
      {/* What scrolls is reached through the tree's items. */}
      <div ref={scroller} className={styles.scroller} style={{ maxHeight: height }}>
        <TreeDrawing {...props} {...{ svg, scale, actions, names }} layout={shown} size={layout} />
      </div>
      <TreeLine {...props} layout={layout} id={actions.active} />
    </div>
  );
}
