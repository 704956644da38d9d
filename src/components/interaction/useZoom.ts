import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export interface ZoomLimits {
  readonly min: number;
  readonly max: number;
}

interface Anchor {
  readonly pointer: number;
  readonly share: number;
}

/** A wheel zooms with ctrl only (a page must stay scrollable), fingers only in pairs. */
function isZoomGesture(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  return 'touches' in event && (event as TouchEvent).touches.length > 1;
}

/** Doublings of the scale a wheel event: a pinch on a trackpad sends many small ones, a mouse few large ones. */
function wheelDelta({ deltaY, deltaMode }: WheelEvent): number {
  const pixels = deltaMode === 1 ? deltaY * 25 : deltaMode === 2 ? deltaY * 500 : deltaY;
  return Math.max(-0.4, Math.min(0.4, -pixels * 0.02));
}

/**
 * Zoom of a scrolling element's content: d3-zoom reads wheel and pinch, the browser scrolls. What lies under the pointer
 * stays there. Returns the scale and a setter for buttons.
 */
export function useZoom(scroller: RefObject<HTMLElement | null>, { min, max }: ZoomLimits) {
  const [scale, setScale] = useState(1);
  const behavior = useRef<ZoomBehavior<HTMLElement, unknown> | null>(null);
  const anchor = useRef<Anchor | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const zooming = zoom<HTMLElement, unknown>()
      .scaleExtent([min, max])
      .filter(isZoomGesture)
      .wheelDelta(wheelDelta)
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        anchor.current = anchorOf(element, event.sourceEvent);
        setScale(event.transform.k);
      });
    behavior.current = zooming;
    const selection = select(element).call(zooming).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
      behavior.current = null;
    };
  }, [scroller, min, max]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the content has its new width once the scale is applied.
  useEffect(() => {
    const element = scroller.current;
    if (!element || !anchor.current) return;
    element.scrollLeft = anchor.current.share * element.scrollWidth - anchor.current.pointer;
    anchor.current = null;
  }, [scroller, scale]);

  const zoomTo = useCallback(
    (to: number) => {
      const element = scroller.current;
      const k = Math.max(min, Math.min(max, to));
      if (element) behavior.current?.transform(select(element), zoomIdentity.scale(k));
    },
    [scroller, min, max],
  );
  return { scale, zoomTo };
}

function anchorOf(element: HTMLElement, source: unknown): Anchor {
  const pointer = source instanceof MouseEvent ? source.clientX - element.getBoundingClientRect().left : 0;
  return { pointer, share: (element.scrollLeft + pointer) / Math.max(element.scrollWidth, 1) };
}
