import { type RefObject, useEffect } from 'react';
import { cssZoom } from '../../interaction/cssZoom.ts';

/** A press that moves no farther is a click, px. */
const SLACK = 4;

/** Moves what an element scrolls along with a mouse that drags it; fingers do that by themselves. A drag is no click. */
export function useDragScroll(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let from: { x: number; y: number; left: number; top: number } | null = null;
    let dragged = false;
    const onDown = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      dragged = false;
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    };
    const onMove = (event: PointerEvent) => {
      if (!from) return;
      const zoom = cssZoom(element);
      const [dx, dy] = [(event.clientX - from.x) / zoom, (event.clientY - from.y) / zoom];
      if (!dragged && Math.hypot(dx, dy) < SLACK) return;
      dragged = true;
      element.dataset.dragging = '';
      element.scrollTo({ left: from.left - dx, top: from.top - dy, behavior: 'instant' });
    };
    const onUp = () => {
      from = null;
      delete element.dataset.dragging;
    };
    const onClick = (event: MouseEvent) => {
      if (dragged) event.stopPropagation();
      dragged = false;
    };
    element.addEventListener('pointerdown', onDown);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    element.addEventListener('click', onClick, true);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      element.removeEventListener('click', onClick, true);
    };
  }, [scroller]);
}
