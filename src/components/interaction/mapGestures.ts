import { cssZoom } from './cssZoom.ts';

/** Pixels of the element, from its upper left corner. */
export type MapPlace = readonly [x: number, y: number];

/** What a hand does on a map. `mode` says what dragging with one pointer means at that moment. */
export interface MapHand {
  mode(): 'pan' | 'orbit' | 'lasso';
  /** Whether the wheel alone zooms; with Ctrl it always does. */
  wheelZooms(): boolean;
  onZoom(factor: number, at: MapPlace): void;
  onPan(x: number, y: number): void;
  onOrbit(x: number, y: number): void;
  onLasso(outline: readonly MapPlace[], done: boolean): void;
  /** A pointer without a button pressed; null: it has left. */
  onHover(at: MapPlace | null): void;
  onTap(at: MapPlace, isTouch: boolean): void;
  /** The wheel was turned, and only the page scrolls. */
  onScrollPast(): void;
}

/** Farther than this (px) a press is a drag and no tap. */
const DRAG = 4;

interface Held {
  at: MapPlace;
  readonly from: MapPlace;
  isDrag: boolean;
}

/** Doublings a wheel event: a pinch on a trackpad sends many small ones, a mouse few large ones. */
function wheelDoublings({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaMode === 1 ? deltaY * 25 : deltaMode === 2 ? deltaY * 500 : deltaY;
  return Math.max(-0.6, Math.min(0.6, -pixels * (ctrlKey ? 0.01 : 0.0025)));
}

const between = (a: MapPlace, b: MapPlace): { readonly middle: MapPlace; readonly apart: number } => ({
  middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
  apart: Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])),
});

/** Pointers that are down, and the outline that is being drawn. */
interface Grip {
  readonly held: Map<number, Held>;
  outline: MapPlace[];
}

function placeIn(element: HTMLElement, event: MouseEvent): MapPlace {
  const { left, top } = element.getBoundingClientRect();
  const zoom = cssZoom(element);
  return [(event.clientX - left) / zoom, (event.clientY - top) / zoom];
}

function drag(hand: MapHand, grip: Grip, before: MapPlace, at: MapPlace, isShifted: boolean): void {
  const [x, y] = [at[0] - before[0], at[1] - before[1]];
  const mode = hand.mode();
  if (mode === 'lasso') {
    grip.outline.push(at);
    hand.onLasso(grip.outline, false);
  } else if (mode === 'orbit' && !isShifted) hand.onOrbit(x, y);
  else hand.onPan(x, y);
}

function pinch(hand: MapHand, { held }: Grip, moved: Held, at: MapPlace): void {
  const other = [...held.values()].find((each) => each !== moved);
  if (!other) return;
  const [was, is] = [between(moved.at, other.at), between(at, other.at)];
  hand.onZoom(is.apart / was.apart, was.middle);
  hand.onPan(is.middle[0] - was.middle[0], is.middle[1] - was.middle[1]);
}

/** A pointer that is down has moved. */
function follow(hand: MapHand, grip: Grip, moved: Held, at: MapPlace, isShifted: boolean): void {
  const isPinch = grip.held.size > 1;
  if (isPinch) pinch(hand, grip, moved, at);
  else if (moved.isDrag) drag(hand, grip, moved.at, at, isShifted);
  moved.isDrag ||= Math.hypot(at[0] - moved.from[0], at[1] - moved.from[1]) > DRAG;
  // What led up to a drag is part of it.
  if (isPinch || moved.isDrag) moved.at = at;
}

function pointerListeners(element: HTMLElement, hand: MapHand) {
  const grip: Grip = { held: new Map(), outline: [] };
  const { held } = grip;
  return {
    pointerdown(event: PointerEvent) {
      if (event.button !== 0) return;
      const at = placeIn(element, event);
      held.set(event.pointerId, { at, from: at, isDrag: held.size > 0 });
      grip.outline = [at];
      element.setPointerCapture(event.pointerId);
    },
    pointermove(event: PointerEvent) {
      const at = placeIn(element, event);
      const moved = held.get(event.pointerId);
      if (moved) follow(hand, grip, moved, at, event.shiftKey);
      else if (event.pointerType !== 'touch') hand.onHover(at);
    },
    pointerup(event: PointerEvent) {
      const moved = held.get(event.pointerId);
      held.delete(event.pointerId);
      if (!moved) return;
      if (!moved.isDrag) hand.onTap(placeIn(element, event), event.pointerType === 'touch');
      else if (hand.mode() === 'lasso') hand.onLasso(grip.outline, true);
      for (const each of held.values()) each.isDrag = true;
    },
    pointercancel: (event: PointerEvent) => void held.delete(event.pointerId),
    pointerleave() {
      if (held.size === 0) hand.onHover(null);
    },
  };
}

/** Reads wheel, mouse, pen and fingers on a map. Returns how to stop. One finger up or down is the page's: it scrolls. */
export function attachMapHand(element: HTMLElement, hand: MapHand): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const pointers = pointerListeners(element, hand);
  element.addEventListener('pointerdown', pointers.pointerdown, { signal });
  element.addEventListener('pointermove', pointers.pointermove, { signal });
  element.addEventListener('pointerup', pointers.pointerup, { signal });
  element.addEventListener('pointercancel', pointers.pointercancel, { signal });
  element.addEventListener('pointerleave', pointers.pointerleave, { signal });
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey && !hand.wheelZooms()) {
      hand.onScrollPast();
      return;
    }
    event.preventDefault();
    hand.onZoom(2 ** wheelDoublings(event), placeIn(element, event));
  };
  // Two fingers are the map's, or the browser would scroll with them.
  const onTouchMove = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  element.addEventListener('touchmove', onTouchMove, { signal, passive: false });
  return () => ended.abort();
}
