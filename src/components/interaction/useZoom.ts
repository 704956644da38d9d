import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { cssZoom } from './cssZoom.ts';
import type { ZoomGestures, ZoomLimits } from './zoomGestures.ts';

interface Anchor {
  readonly pointer: number;
  readonly share: number;
}

/**
 * Zoom of a scrolling element's content: d3-zoom reads wheel and pinch, the browser scrolls. What lies under the pointer
 * stays there. Returns the scale and a setter for buttons, which works before the gestures are fetched, and without them.
 */
export function useZoom(scroller: RefObject<HTMLElement | null>, { min, max }: ZoomLimits) {
  const [scale, setScale] = useState(1);
  const wanted = useRef(1);
  const gestures = useRef<ZoomGestures | null>(null);
  const anchor = useRef<Anchor | null>(null);

  const onZoom = useCallback(
    (to: number, source: unknown) => {
      if (scroller.current) anchor.current = anchorOf(scroller.current, source);
      wanted.current = to;
      setScale(to);
    },
    [scroller],
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
    element.scrollLeft = anchor.current.share * element.scrollWidth - anchor.current.pointer;
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

function anchorOf(element: HTMLElement, source: unknown): Anchor {
  const away = source instanceof MouseEvent ? source.clientX - element.getBoundingClientRect().left : 0;
  const pointer = away / cssZoom(element);
  return { pointer, share: (element.scrollLeft + pointer) / Math.max(element.scrollWidth, 1) };
}
