import { closeZoom, flightView, returnView } from '../../../layout/map/flight.ts';
import type { Box } from '../../../layout/map/labels.ts';
import { nearestPoint, pointGrid } from '../../../layout/map/pointGrid.ts';
import { type MapFrame, type MapView, turned } from '../../../layout/map/view.ts';
import { drawScene, type SceneCanvases } from './drawScene.ts';
import type { MapColours } from './looks.ts';
import {
  forgetPlaces,
  projectedOf,
  type SceneInput,
  type SceneState,
  sceneState,
  takeInput,
  takePositions,
} from './sceneState.ts';

type Place = readonly [number, number];

/** A map on two canvases. Everything that changes it asks for one drawing in the browser's next frame. */
export interface MapScene {
  readonly state: SceneState;
  set(input: SceneInput): void;
  /** Positions have changed. */
  redraw(): void;
  style(colours: MapColours, font: string): void;
  /** @param ratio pixels a px that the screen has */
  resize(frame: MapFrame, ratio: number): void;
  /** Boxes over the map where no label is to stand, px. */
  cover(boxes: readonly Box[]): void;
  move(view: MapView): void;
  outline(outline: readonly Place[]): void;
  /** Whether a map of three dimensions turns by itself. */
  spin(isOn: boolean): void;
  /** `isCalm`: without the way there. */
  flyTo(index: number, isCalm: boolean): void;
  fit(isCalm: boolean): void;
  place(index: number): Place;
  /** The point at a place, at most so many px away; −1: none. */
  pick(at: Place, within: number): number;
  dispose(): void;
}

/** More pixels than these are not drawn: a very large sharp screen gets a slightly softer map that still moves. */
const MOST_PIXELS = 6e6;
/** ms */
const FLIGHT = 650;
/** Radians a second. */
const SPIN = 0.22;

interface Motion {
  journey: { readonly since: number; readonly viewAt: (share: number) => MapView } | null;
  spinSince: number | null;
  request: number;
}

function advance(state: SceneState, motion: Motion, now: number): void {
  if (motion.journey) {
    const share = (now - motion.journey.since) / FLIGHT;
    state.view = motion.journey.viewAt(share);
    forgetPlaces(state);
    if (share >= 1) motion.journey = null;
  }
  if (motion.spinSince !== null) {
    const seconds = Math.min(0.1, Math.max(0, (now - motion.spinSince) / 1000));
    motion.spinSince = now;
    state.view = { ...state.view, turn: turned(state.view.turn, SPIN * seconds, 0) };
    state.keepsLabels = true;
    forgetPlaces(state);
  }
}

/** What draws in the browser's next frame, once however often it is asked. */
interface Clock {
  readonly motion: Motion;
  readonly ask: () => void;
  readonly draw: () => void;
}

function createClock(state: SceneState, canvases: SceneCanvases, onDrawn: () => void): Clock {
  const motion: Motion = { journey: null, spinSince: null, request: 0 };
  const draw = () => {
    drawScene(state, canvases);
    onDrawn();
  };
  const onFrame = (now: number) => {
    motion.request = 0;
    advance(state, motion, now);
    draw();
    if (motion.journey || motion.spinSince !== null) ask();
  };
  const ask = () => {
    if (motion.request === 0) motion.request = requestAnimationFrame(onFrame);
  };
  return { motion, ask, draw };
}

function placeOf(state: SceneState, index: number): Place {
  const { screen } = projectedOf(state);
  return [screen[2 * index] ?? Number.NaN, screen[2 * index + 1] ?? Number.NaN];
}

/** Moving the view: at once, or as a journey. */
function createMoves(state: SceneState, { motion, ask }: Clock) {
  const move = (view: MapView) => {
    motion.journey = null;
    state.view = view;
    forgetPlaces(state);
    ask();
  };
  const travel = (isCalm: boolean, viewAt: (share: number) => MapView) => {
    if (isCalm) move(viewAt(1));
    else motion.journey = { since: performance.now(), viewAt };
    ask();
  };
  return {
    move,
    spin(isOn: boolean) {
      motion.spinSince = isOn ? (motion.spinSince ?? performance.now()) : null;
      if (isOn) ask();
    },
    flyTo(index: number, isCalm: boolean) {
      const begin = { k: state.view.k, place: placeOf(state, index) };
      if (!begin.place.every(Number.isFinite)) return;
      const to = closeZoom(state.input.points.count, begin.k);
      travel(isCalm, (share) => flightView(begin, to, share, state.view, placeOf(state, index), state.frame));
    },
    fit(isCalm: boolean) {
      const begin = state.view;
      travel(isCalm, (share) => returnView(begin, share, state.view.turn));
    },
  };
}

function resize(state: SceneState, canvases: SceneCanvases, frame: MapFrame, ratio: number): void {
  const sharp = Math.min(ratio, Math.sqrt(MOST_PIXELS / Math.max(1, frame.width * frame.height)));
  Object.assign(state, { frame, ratio: sharp, image: null });
  for (const canvas of [canvases.points, canvases.over]) {
    canvas.width = Math.max(1, Math.round(frame.width * sharp));
    canvas.height = Math.max(1, Math.round(frame.height * sharp));
  }
  forgetPlaces(state);
}

/** @param onDrawn what stands where has changed */
export function createMapScene(canvases: SceneCanvases, input: SceneInput, onDrawn: () => void): MapScene {
  const state = sceneState(input);
  const clock = createClock(state, canvases, onDrawn);
  const redraw = () => {
    takePositions(state);
    forgetPlaces(state);
    clock.ask();
  };
  return {
    state,
    ...createMoves(state, clock),
    place: (index) => placeOf(state, index),
    redraw,
    set(next) {
      takeInput(state, next);
      clock.ask();
    },
    style(colours, font) {
      Object.assign(state, { colours, font, isStale: true });
      clock.ask();
    },
    resize(frame, ratio) {
      resize(state, canvases, frame, ratio);
      // A canvas that changes its size is emptied: what stands in it has to be there in the same frame.
      clock.draw();
    },
    cover(boxes) {
      state.blocked = boxes;
      clock.ask();
    },
    outline(outline) {
      state.outline = outline;
      clock.ask();
    },
    pick(at, within) {
      state.grid ??= pointGrid(projectedOf(state).screen, state.frame);
      return nearestPoint(state.grid, at[0], at[1], within);
    },
    dispose: () => cancelAnimationFrame(clock.motion.request),
  };
}
