import type { Box, MapLabel } from '../../../layout/map/labels.ts';
import type { PointGrid } from '../../../layout/map/pointGrid.ts';
import { type Projected, project, projectedRoom } from '../../../layout/map/project.ts';
import {
  ASLANT,
  extentOf,
  type MapExtent,
  type MapFrame,
  type MapView,
  WHOLE,
} from '../../../layout/map/view.ts';
import { type MapColours, shapeOf } from './looks.ts';
import { byImportance } from './measured.ts';
import type { OverPicture } from './overPicture.ts';
import type { MapLegend, MapLink, MapPoints } from './types.ts';

/** What a map shows, and what of it is looked for. */
export interface SceneInput {
  readonly points: MapPoints;
  readonly selected: readonly number[];
  readonly lit: number;
  readonly links: readonly MapLink[];
  readonly faint: Uint8Array | null;
  readonly legend: MapLegend | null;
}

/** A map as it stands: what is shown, how it is looked at, and what was computed for it. */
export interface SceneState {
  input: SceneInput;
  colours: MapColours | null;
  font: string;
  frame: MapFrame;
  /** Pixels a px. */
  ratio: number;
  view: MapView;
  extent: MapExtent;
  order: Int32Array;
  /** Places of the present positions in the present view; null: not computed yet. */
  projected: Projected | null;
  /** Memory of the projection before. */
  room: Projected | null;
  grid: PointGrid | null;
  levels: Uint8Array;
  labels: readonly MapLabel[];
  /** What stands over the map: no label goes there. */
  blocked: readonly Box[];
  /** The image of the points is not that of now. */
  isStale: boolean;
  /** Only points have moved since the last drawing: the labels of before are preferred. */
  keepsLabels: boolean;
  image: ImageData | null;
  outline: readonly (readonly [number, number])[];
}

const measure = ({ positions, count, dimensions }: MapPoints): MapExtent =>
  extentOf(positions, count, dimensions);

/** All in sight; three dimensions a little from the side. */
const openingView = (dimensions: number): MapView => (dimensions > 2 ? { ...WHOLE, turn: ASLANT } : WHOLE);

export function sceneState(input: SceneInput): SceneState {
  const { points } = input;
  return {
    input,
    colours: null,
    font: 'sans-serif',
    frame: { width: 1, height: 1 },
    ratio: 1,
    view: openingView(points.dimensions),
    extent: measure(points),
    order: byImportance(points.count, points.importance),
    projected: null,
    room: null,
    grid: null,
    levels: new Uint8Array(0),
    labels: [],
    blocked: [],
    isStale: true,
    keepsLabels: false,
    image: null,
    outline: [],
  };
}

/** Takes what is to be shown now. What is lit, selected and linked stands over the points, which then stay as they are. */
export function takeInput(state: SceneState, input: SceneInput): void {
  const { points: before, faint, legend } = state.input;
  const { points } = input;
  state.input = input;
  if (points.importance !== before.importance || points.count !== before.count) {
    state.order = byImportance(points.count, points.importance);
  }
  if (points.labels !== before.labels || points.count !== before.count) state.labels = [];
  if (points.dimensions !== before.dimensions) state.view = openingView(points.dimensions);
  if (points !== before) takePositions(state);
  if (points !== before || faint !== input.faint || legend !== input.legend) forgetPlaces(state);
}

/** Positions have changed. */
export function takePositions(state: SceneState): void {
  state.extent = measure(state.input.points);
  state.keepsLabels = true;
}

/** What was computed of places holds no longer. */
export function forgetPlaces(state: SceneState): void {
  state.projected = null;
  state.grid = null;
  state.isStale = true;
}

/** Where the points are on the screen. */
export function projectedOf(state: SceneState): Projected {
  if (state.projected) return state.projected;
  const { points } = state.input;
  const into = projectedRoom(points.count, points.dimensions, state.room);
  project(points, state.extent, state.view, state.frame, into);
  state.room = into;
  state.projected = into;
  return into;
}

/** What stands over the points. */
export function overPicture(state: SceneState): OverPicture {
  const { points, links, selected, lit, legend } = state.input;
  const { classes } = points;
  const kind = legend?.kind ?? 'groups';
  return {
    screen: projectedOf(state).screen,
    texts: points.labels,
    labels: state.labels,
    links,
    selected: new Set(selected),
    lit,
    shapeOf: (index) => (classes ? shapeOf(kind, classes[index] ?? 0) : 'circle'),
    classOf: (index) => classes?.[index] ?? -1,
    outline: state.outline,
  };
}

/** Points in sight, the most important first. */
export function pointsInSight(state: SceneState): readonly number[] {
  const { screen } = projectedOf(state);
  const { width, height } = state.frame;
  const shown: number[] = [];
  for (const i of state.order) {
    const [x, y] = [screen[2 * i]!, screen[2 * i + 1]!];
    if (x >= 0 && y >= 0 && x < width && y < height) shown.push(i);
  }
  return shown;
}
