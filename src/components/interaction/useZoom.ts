import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { cssZoom } from './cssZoom.ts';
import type { ZoomGestures, ZoomLimits } from './zoomGestures.ts';

interface Along {
  readonly pointer: number;
  readonly share: number;
}

interface Anchor {
  readonly x: Along;
  readonly y: Along;
}

/**
 * Zoom of a scrolling element's content: d3-zoom reads wheel and pinch, the browser scrolls. What lies under the pointer
 * stays there. Returns the scale and a setter for buttons, which works before the gestures are fetched, and without them.
 */
export function useZoom(scroller: RefObject<HTMLElement | null>, limits: ZoomLimits) {
  const { min, max, anchor: rest = 'corner' } = limits;
  const [scale, setScale] = useState(1);
  const wanted = useRef(1);
  const gestures = useRef<ZoomGestures | null>(null);
  const anchor = useRef<Anchor | null>(null);

  const onZoom = useCallback(
    (to: number, source: unknown) => {
      if (scroller.current) anchor.current = anchorOf(scroller.current, source, rest);
      wanted.current = to;
      setScale(to);
    },
    [scroller, rest],
  );

  // The gestures are fetched when a pointer first comes near: not among what a page needs to be usable.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let mounted = true;
    const attach = async () => {
      const { attachZoom } = await import('./zoomGestures.ts');
      if (!mounted) return;
      gestures.current = attachZoom(element, { min, max }, onZoom);
      if (wanted.current !== 1) gestures.current.moveTo(wanted.current);
    };
    // Not fetched: the buttons zoom all the same.
    const onNear = () => attach().catch(() => {});
    element.addEventListener('pointerenter', onNear, { once: true });
    return () => {
      mounted = false;
      element.removeEventListener('pointerenter', onNear);
      gestures.current?.detach();
      gestures.current = null;
    };
  }, [scroller, min, max, onZoom]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the content has its new width once the scale is applied.
  useEffect(() => {
    const element = scroller.current;
    if (!element || !anchor.current) return;
    const { x, y } = anchor.current;
    element.scrollLeft = x.share * element.scrollWidth - x.pointer;
    element.scrollTop = y.share * element.scrollHeight - y.pointer;
    anchor.current = null;
  }, [scroller, scale]);

  const zoomTo = useCallback(
    (to: number) => {
      const k = Math.max(min, Math.min(max, to));
      if (gestures.current) gestures.current.moveTo(k);
      else onZoom(k, null);
    },
    [min, max, onZoom],
  );
  return { scale, zoomTo };
}

const along = (pointer: number, scrolled: number, size: number): Along => ({
  pointer,
  share: (scrolled + pointer) / Math.max(size, 1),
});

function anchorOf(element: HTMLElement, source: unknown, rest: 'corner' | 'middle'): Anchor {
  const middle = rest === 'middle' ? 0.5 : 0;
  let [x, y] = [middle * element.clientWidth, middle * element.clientHeight];
  if (source instanceof MouseEvent) {
    const { left, top } = element.getBoundingClientRect();
    const zoom = cssZoom(element);
    [x, y] = [(source.clientX - left) / zoom, (source.clientY - top) / zoom];
  }
  return {
    x: along(x, element.scrollLeft, element.scrollWidth),
    y: along(y, element.scrollTop, element.scrollHeight),
  };
}
