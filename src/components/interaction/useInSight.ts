import { type RefObject, useEffect } from 'react';
import { scrollToShow } from './scrollToShow.ts';

/** A stretch of what is scrolled, in pixels of the screen. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
  /** Width at the left edge that stays in place and covers what is scrolled under it. */
  readonly covered: number;
}

/** Scrolls so far that the stretch is in sight, whenever it changes; null: nothing is to be seen. */
export function useInSight(scroller: RefObject<HTMLElement | null>, stretch: Stretch | null): void {
  const left = stretch?.left ?? null;
  const { right = 0, covered = 0 } = stretch ?? {};
  useEffect(() => {
    const element = scroller.current;
    if (!element || left === null) return;
    const view = { scrollLeft: element.scrollLeft, width: element.clientWidth, covered };
    element.scrollLeft = scrollToShow(view, left, right);
  }, [scroller, left, right, covered]);
}
