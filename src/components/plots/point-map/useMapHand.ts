import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { pointsInside } from '../../../layout/map/inside.ts';
import { panned, turned, zoomedAbout } from '../../../layout/map/view.ts';
import { type ArrowKey, isArrowKey, nextInDirection } from '../../../layout/nextInDirection.ts';
import { attachMapHand, type MapHand } from '../../interaction/mapGestures.ts';
import type { MapScene } from './scene.ts';
import { projectedOf } from './sceneState.ts';
import type { PointMapProps } from './types.ts';
import { isCalm } from './usePointMap.ts';

/** px: a mouse points well, a finger less so. */
const NEAR = { mouse: 12, finger: 24 } as const;
/** Radians a px. */
const TURN = 0.008;
/** px a key. */
const STEP = 60;
const KEY_ZOOM = 1.5;

/** What a map's hand needs besides the scene; read anew at every gesture. */
export interface HandOptions {
  readonly props: PointMapProps;
  readonly isLasso: boolean;
  readonly onLassoDone: (indices: readonly number[]) => void;
  /** A hand turned or moved the map: it stops turning by itself. */
  readonly onTouched: () => void;
  readonly onScrollPast: () => void;
}

function handOf(scene: RefObject<MapScene | null>, options: RefObject<HandOptions>): MapHand {
  const now = () => options.current;
  const change = (move: (scene: MapScene) => void) => {
    if (scene.current) move(scene.current);
  };
  const light = (index: number) => index !== now().props.lit && now().props.onLight(index);
  return {
    mode: () => (now().isLasso ? 'lasso' : now().props.points.dimensions > 2 ? 'orbit' : 'pan'),
    wheelZooms: () => now().props.wheel === 'zoom',
    onZoom: (factor, [x, y]) => change((map) => map.move(zoomedAbout(map.state.view, factor, x, y))),
    onPan: (x, y) => change((map) => map.move(panned(map.state.view, x, y))),
    onOrbit(x, y) {
      now().onTouched();
      change(({ move, state: { view } }) => move({ ...view, turn: turned(view.turn, TURN * x, TURN * y) }));
    },
    onLasso: (outline, done) =>
      change((map) => {
        map.outline(done ? [] : [...outline]);
        if (done) now().onLassoDone(pointsInside(projectedOf(map.state).screen, outline));
      }),
    onHover: (at) => change((map) => light(at ? map.pick(at, NEAR.mouse) : -1)),
    onTap: (at, isTouch) =>
      change((map) => {
        const index = map.pick(at, isTouch ? NEAR.finger : NEAR.mouse);
        if (isTouch) light(index);
        now().props.onSelect(index);
      }),
    onScrollPast: () => now().onScrollPast(),
  };
}

/** The labelled point next in a direction; the first time, the one nearest to the middle. */
function nextLabelled(scene: MapScene, lit: number, key: ArrowKey): number {
  const { labels, frame } = scene.state;
  const { screen } = projectedOf(scene.state);
  const among = labels.map(({ index }) => index);
  if (lit >= 0) return nextInDirection(screen, lit, key, among);
  const away = (i: number) =>
    Math.hypot(screen[2 * i]! - frame.width / 2, screen[2 * i + 1]! - frame.height / 2);
  return among.reduce((best, i) => (best < 0 || away(i) < away(best) ? i : best), -1);
}

const WAYS: Readonly<Record<ArrowKey, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function moveByKey(scene: MapScene, key: ArrowKey): void {
  const { view, input } = scene.state;
  const [x, y] = WAYS[key];
  if (input.points.dimensions > 2) scene.move({ ...view, turn: turned(view.turn, -0.15 * x, -0.15 * y) });
  else scene.move(panned(view, STEP * x, STEP * y));
}

function keyOn(scene: MapScene, options: HandOptions, event: KeyboardEvent): boolean {
  const { lit, onLight, onSelect } = options.props;
  const { view, frame } = scene.state;
  const zoom = (factor: number) => scene.move(zoomedAbout(view, factor, frame.width / 2, frame.height / 2));
  if (isArrowKey(event.key)) {
    if (event.shiftKey) {
      options.onTouched();
      moveByKey(scene, event.key);
    } else onLight(nextLabelled(scene, lit, event.key));
    return true;
  }
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => lit >= 0 && onSelect(lit),
    '+': () => zoom(KEY_ZOOM),
    '=': () => zoom(KEY_ZOOM),
    '-': () => zoom(1 / KEY_ZOOM),
    '0': () => scene.fit(isCalm()),
  };
  keys[event.key]?.();
  return event.key in keys;
}

/** Mouse, fingers and keys on a map. Returns what hears the keys. */
export function useMapHand(
  stage: RefObject<HTMLElement | null>,
  scene: RefObject<MapScene | null>,
  options: HandOptions,
): (event: KeyboardEvent) => void {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    if (!stage.current) return;
    return attachMapHand(stage.current, handOf(scene, latest));
  }, [stage, scene]);
  return (event) => {
    if (!scene.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (keyOn(scene.current, latest.current, event)) event.preventDefault();
  };
}
