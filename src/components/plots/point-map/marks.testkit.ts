import { mapLabels } from '../../../layout/map/labels.ts';
import { WHOLE, zoomedAbout } from '../../../layout/map/view.ts';
import { type Mark, sceneMarks } from './marks.ts';
import { emWidth } from './measured.ts';
import { projectedOf, sceneState } from './sceneState.ts';
import type { MapLink } from './types.ts';

export interface MarksCase {
  /** (n, 2). */
  readonly positions: readonly number[];
  readonly labels: readonly string[];
  readonly links: readonly MapLink[];
  readonly selected: readonly number[];
  readonly classes?: readonly number[];
  readonly zoom?: number;
}

/** The marks of a small map, looked at about its left upper corner. */
export function marksOf({
  positions,
  labels,
  links,
  selected,
  classes,
  zoom = 1,
}: MarksCase): readonly Mark[] {
  const points = {
    count: labels.length,
    dimensions: 2,
    positions: Float32Array.from(positions),
    labels,
    importance: null,
    classes: classes ? Uint8Array.from(classes) : null,
  };
  const state = sceneState({ points, selected, lit: -1, links, faint: null, legend: null });
  state.frame = { width: 500, height: 400 };
  state.view = zoomedAbout(WHOLE, zoom, 0, 0);
  state.colours = {
    ground: 'white',
    ink: 'black',
    muted: 'grey',
    point: 'silver',
    accent: 'blue',
    second: 'orange',
    classes: ['red', 'green'],
  };
  state.labels = mapLabels({
    screen: projectedOf(state).screen,
    frame: state.frame,
    first: [],
    bold: new Set(selected),
    kept: [],
    order: state.order,
    emWidth: (index) => emWidth(labels, index),
    isFaint: () => false,
    most: 20,
  });
  return sceneMarks(state);
}
