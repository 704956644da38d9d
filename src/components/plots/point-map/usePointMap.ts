import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { MapFrame } from '../../../layout/map/view.ts';
import { cssZoom } from '../../interaction/cssZoom.ts';
import { exportsAs } from '../../interaction/exportSvg.ts';
import { readToken, useThemeVersion } from '../../interaction/useThemeVersion.ts';
import { legendMarks } from './legendMarks.ts';
import { readColours } from './looks.ts';
import { marksToSvg, sceneMarks } from './marks.ts';
import { createMapScene, type MapScene } from './scene.ts';
import { pointsInSight } from './sceneState.ts';
import type { PointMapProps } from './types.ts';

/** Where a map is drawn. */
export interface MapElements {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly points: RefObject<HTMLCanvasElement | null>;
  readonly over: RefObject<HTMLCanvasElement | null>;
  readonly tip: RefObject<HTMLDivElement | null>;
  /** The buttons that stand over it. */
  readonly tools: RefObject<HTMLDivElement | null>;
}

/** Whether the reader wants no motion. */
export const isCalm = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

/** Size of an element in its own px, followed as it changes. */
function useFrame(stage: RefObject<HTMLElement | null>): MapFrame | null {
  const [frame, setFrame] = useState<MapFrame | null>(null);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = () => setFrame({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return frame;
}

/** Labels keep away from the buttons, however many and wherever they are. */
function useCover(
  scene: RefObject<MapScene | null>,
  tools: RefObject<HTMLElement | null>,
  frame: MapFrame | null,
) {
  useEffect(() => {
    const element = tools.current;
    if (!element || !frame) return;
    const measure = () => {
      const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = element;
      scene.current?.cover([{ left, top, right: left + offsetWidth, bottom: top + offsetHeight }]);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scene, tools, frame]);
}

/** Puts the words of the point under the pointer beside it. */
function placeTip(scene: MapScene, tip: HTMLElement | null): void {
  if (!tip) return;
  const { input, frame } = scene.state;
  const [x, y] = input.lit >= 0 ? scene.place(input.lit) : [Number.NaN, Number.NaN];
  const isShown = x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  tip.style.visibility = isShown ? 'visible' : 'hidden';
  if (!isShown) return;
  const left = Math.max(0, Math.min(frame.width - tip.offsetWidth, x - tip.offsetWidth / 2));
  const above = y - 14 - tip.offsetHeight;
  tip.style.transform = `translate(${left}px, ${above < 0 ? y + 14 : above}px)`;
}

/** The whole picture as marks: what a file of it holds. */
function exported(scene: MapScene | null): SVGElement | null {
  if (!scene) return null;
  const { width, height } = scene.state.frame;
  const legend = legendMarks(scene.state, height);
  return marksToSvg([...sceneMarks(scene.state), ...legend.marks], width, height + legend.height);
}

/** The scene of a mounted map: it is given what the props say, the theme's colours, the size and how long it may live. */
export function usePointMap(props: PointMapProps, elements: MapElements): RefObject<MapScene | null> {
  const scene = useRef<MapScene | null>(null);
  const { points, selected, lit, links, faint, legend = null, ref } = props;
  const { stage, points: pointsCanvas, over, tip, tools } = elements;
  const theme = useThemeVersion();
  const frame = useFrame(stage);

  useLayoutEffect(() => {
    if (!pointsCanvas.current || !over.current) return;
    const canvases = { points: pointsCanvas.current, over: over.current };
    exportsAs(canvases.points, () => exported(scene.current));
    const input = { points, selected, lit, links, faint, legend };
    if (scene.current) scene.current.set(input);
    else
      scene.current = createMapScene(
        canvases,
        input,
        () => scene.current && placeTip(scene.current, tip.current),
      );
  }, [points, selected, lit, links, faint, legend, pointsCanvas, over, tip]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens are read again when the theme changes.
  useLayoutEffect(() => {
    if (!stage.current) return;
    const colours = readColours(stage.current, legend);
    scene.current?.style(colours, readToken('--font-sans', 'sans-serif'));
  }, [theme, legend, stage]);

  useLayoutEffect(() => {
    if (!frame || !stage.current) return;
    scene.current?.resize(frame, window.devicePixelRatio * cssZoom(stage.current));
  }, [frame, stage]);

  useCover(scene, tools, frame);

  useEffect(() => {
    // Labels drawn before their font was there are drawn again with it.
    document.fonts?.ready.then(() => scene.current?.redraw());
    return () => {
      scene.current?.dispose();
      scene.current = null;
    };
  }, []);

  useImperativeHandle(
    ref,
    () => ({
      redraw: () => scene.current?.redraw(),
      flyTo: (index) => scene.current?.flyTo(index, isCalm()),
      fit: () => scene.current?.fit(isCalm()),
      inSight: () => (scene.current ? pointsInSight(scene.current.state) : []),
    }),
    [],
  );
  return scene;
}
