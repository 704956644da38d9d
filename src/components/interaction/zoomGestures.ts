import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';

export interface ZoomLimits {
  readonly min: number;
  readonly max: number;
  /** What stays where it is when no pointer says: the left upper corner of what is in sight, or its middle. */
  readonly anchor?: 'corner' | 'middle';
}

export interface ZoomGestures {
  /** Goes on from another scale than the last gesture's. */
  moveTo(scale: number): void;
  detach(): void;
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

/** Lets d3-zoom read wheel and pinch on an element. A file of its own: fetched when a figure already stands. */
export function attachZoom(
  element: HTMLElement,
  { min, max }: ZoomLimits,
  onZoom: (scale: number, source: unknown) => void,
): ZoomGestures {
  const zooming = zoom<HTMLElement, unknown>()
    .scaleExtent([min, max])
    .filter(isZoomGesture)
    .wheelDelta(wheelDelta)
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => onZoom(event.transform.k, event.sourceEvent));
  const selection = select(element).call(zooming).on('dblclick.zoom', null);
  return {
    moveTo: (scale) => zooming.transform(selection, zoomIdentity.scale(scale)),
    detach: () => {
      selection.on('.zoom', null);
    },
  };
}
