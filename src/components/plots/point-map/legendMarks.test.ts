import { expect, it } from 'vitest';
import { legendMarks } from './legendMarks.ts';
import { sceneState } from './sceneState.ts';
import type { MapLegend } from './types.ts';

const points = {
  count: 0,
  dimensions: 2,
  positions: new Float32Array(0),
  labels: [],
  importance: null,
  classes: null,
};

function stateOf(legend: MapLegend | null, width: number) {
  const state = sceneState({ points, selected: [], lit: -1, links: [], faint: null, legend });
  state.frame = { width, height: 400 };
  const colours = { ground: 'white', ink: 'black', muted: 'grey', point: 'silver', accent: 'blue' };
  state.colours = { ...colours, second: 'orange', classes: ['red', 'green', 'blue'] };
  return state;
}

const LEGEND: MapLegend = {
  title: 'clusters',
  kind: 'groups',
  names: ['<b>sea</b>', '山水', 'third of them'],
};

it('names every class beside its colour, below the map and within its width', () => {
  for (const width of [600, 160]) {
    const { marks, height } = legendMarks(stateOf(LEGEND, width), 400);
    expect(marks.flatMap(({ text }) => text ?? [])).toEqual([LEGEND.title, ...LEGEND.names]);
    const signs = marks.filter(({ name }) => name === 'path');
    expect(signs.map(({ attributes }) => attributes.fill)).toEqual(['red', 'green', 'blue']);
    const places = marks.filter(({ name }) => name === 'text').map(({ attributes }) => attributes);
    for (const { x, y } of places) {
      expect(Number(x)).toBeLessThan(width);
      expect(Number(y)).toBeGreaterThan(400);
      expect(Number(y)).toBeLessThan(400 + height);
    }
  }
  const tall = legendMarks(stateOf(LEGEND, 160), 400).height;
  expect(tall).toBeGreaterThan(legendMarks(stateOf(LEGEND, 600), 400).height);
});

it('without a legend takes no room', () => {
  expect(legendMarks(stateOf(null, 600), 400)).toEqual({ marks: [], height: 0 });
});
