import { mapLabels } from '../../../layout/map/labels.ts';
import { dotLevels, dotStamps } from './dots.ts';
import { drawOver } from './drawOver.ts';
import { pixelColours } from './looks.ts';
import { emWidth } from './measured.ts';
import { overPicture, projectedOf, type SceneState } from './sceneState.ts';
import { splat } from './splat.ts';

export interface SceneCanvases {
  readonly points: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
}

/** One label for so many square px. */
const LABEL_ROOM = 11_000;

/** Draws a map as it stands. */
export function drawScene(state: SceneState, canvases: SceneCanvases): void {
  placeLabels(state);
  if (state.isStale) drawPoints(state, canvases.points);
  drawLabels(state, canvases.over);
}

function placeLabels(state: SceneState): void {
  const { frame, labels, order } = state;
  const { points, selected, links, faint } = state.input;
  const pairs = links.filter(({ kind }) => kind !== 'neighbour').flatMap(({ from, to }) => [from, to]);
  const near = links.filter(({ kind }) => kind === 'neighbour').map(({ to }) => to);
  state.labels = mapLabels({
    screen: projectedOf(state).screen,
    frame,
    first: [...new Set([...selected, ...pairs])],
    bold: new Set([...selected, ...pairs]),
    kept: state.keepsLabels ? [...near, ...labels.map(({ index }) => index)] : near,
    order,
    emWidth: (index) => emWidth(points.labels, index),
    isFaint: (index) => faint !== null && faint[index] !== 0,
    blocked: state.blocked,
    most: Math.max(8, Math.round((frame.width * frame.height) / LABEL_ROOM)),
  });
  state.keepsLabels = false;
}

function drawPoints(state: SceneState, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  const { colours, ratio, view } = state;
  if (!context || !colours) return;
  const { width, height } = canvas;
  const { points, faint } = state.input;
  state.image ??= context.createImageData(width, height);
  if (state.levels.length !== points.count) state.levels = new Uint8Array(points.count);
  const { screen, depth } = projectedOf(state);
  const image = { width, height, pixels: new Uint32Array(state.image.data.buffer) };
  splat(image, {
    screen,
    ratio,
    levels: dotLevels(points.count, depth, faint, state.levels),
    stamps: dotStamps(points, view.k, ratio),
    classes: points.classes,
    colours: pixelColours(points.classes ? colours.classes : [colours.point]),
  });
  context.putImageData(state.image, 0, 0);
  state.isStale = false;
}

function drawLabels(state: SceneState, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  const { colours, font, ratio } = state;
  if (!context || !colours) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawOver({ context, picture: overPicture(state), colours, font });
}
