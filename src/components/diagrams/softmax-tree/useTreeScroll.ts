import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { SoftmaxTreeLayout, SoftmaxTreeNode } from '../../../layout/softmaxTree.ts';
import type { SoftmaxTreeSums } from '../../../layout/softmaxTreeSums.ts';
import { nearestShown } from './nearestShown.ts';
import type { FoldsHandle } from './useFolds.ts';

const wantsStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

/** Scrolls a node to the middle of its box; a root to the middle of its top. */
function flyTo(element: HTMLElement, node: SoftmaxTreeNode, scale: number, behavior: ScrollBehavior): void {
  element.scrollTo({
    left: node.x * scale - element.clientWidth / 2,
    top: node.y * scale - element.clientHeight / 2,
    behavior,
  });
}

/** Whether all of a node is within its box. */
function isInSight(element: HTMLElement, { x, y, width, height }: SoftmaxTreeNode, scale: number): boolean {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
  const isWithin = (at: number, size: number, from: number, room: number) =>
    (at - size / 2) * scale >= from && (at + size / 2) * scale <= from + room;
  return isWithin(x, width, scrollLeft, clientWidth) && isWithin(y, height, scrollTop, clientHeight);
}

export interface TreeScroll {
  /** Where everything will stand, and what is on screen on the way there. */
  readonly layout: SoftmaxTreeLayout;
  readonly shown: SoftmaxTreeLayout;
  readonly scale: number;
  readonly target: FoldsHandle['target'];
  readonly sums: SoftmaxTreeSums;
  /** What the reader has just folded or unfolded stays where it is while the tree makes room. */
  readonly anchor: RefObject<number | null>;
}

/** Where a tree's box is scrolled: its root in the middle at first, then what is asked for, without a jump at a fold. */
export function useTreeScroll(scroller: RefObject<HTMLElement | null>, props: TreeScroll): void {
  const { layout, shown, scale, target, sums, anchor } = props;
  const before = useRef(shown);
  const { tree } = layout;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another tree brings its root into sight.
  useLayoutEffect(() => {
    const root = layout.byId.get(tree.root);
    if (scroller.current && root) flyTo(scroller.current, root, scale, 'instant');
  }, [scroller, tree]);

  useLayoutEffect(() => {
    const [was, is] = [before.current, shown].map(({ byId }) => byId.get(anchor.current ?? Number.NaN));
    const isSame = before.current.tree === shown.tree;
    before.current = shown;
    if (!scroller.current || !isSame || !was || !is) return;
    if (was.x !== is.x) scroller.current.scrollLeft += (is.x - was.x) * scale;
  }, [scroller, shown, scale, anchor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is granted once.
  useEffect(() => {
    const node = target && layout.byId.get(nearestShown(layout, sums, target.id));
    if (!scroller.current || !node) return;
    anchor.current = null;
    if (target.gently && isInSight(scroller.current, node, scale)) return;
    flyTo(scroller.current, node, scale, wantsStillness() ? 'instant' : 'smooth');
  }, [scroller, target]);
}
