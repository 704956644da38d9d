import { LABEL_SIZES, type MapLabel } from '../../../layout/map/labels.ts';
import { MARKER_PATHS } from '../Marker.tsx';
import { dotLevels, dotLooks } from './dots.ts';
import type { MapColours } from './looks.ts';
import { dotColour, dotScale, LEADER_WIDTH, LINK_LOOKS, linkColour } from './overPicture.ts';
import { overPicture, projectedOf, type SceneState } from './sceneState.ts';

/** An element of a drawing. */
export interface Mark {
  readonly name: 'path' | 'text' | 'line';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

export const short = (value: number): string => String(Math.round(10 * value) / 10);

/** Points in sight as a few paths, one for each colour and depth: a line of no length with round ends is a dot. */
function pointMarks(state: SceneState, colours: MapColours): readonly Mark[] {
  const { points, faint } = state.input;
  const { screen, depth } = projectedOf(state);
  const { width, height } = state.frame;
  const levels = dotLevels(points.count, depth, faint, new Uint8Array(points.count));
  const looks = dotLooks(points, state.view.k);
  const last = looks.length - 1;
  const paths = new Map<number, string[]>();
  for (let i = 0; i < points.count; i++) {
    const [x, y] = [screen[2 * i]!, screen[2 * i + 1]!];
    if (!(x >= 0 && y >= 0 && x <= width && y <= height)) continue;
    const key = 256 * (levels?.[i] ?? last) + (points.classes?.[i] ?? 255);
    const path = paths.get(key) ?? [];
    paths.set(key, path);
    path.push(`M${short(x)} ${short(y)}h0`);
  }
  return [...paths]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, path]) => {
      const look = looks[Math.floor(key / 256)];
      if (!look) return [];
      const attributes = {
        d: path.join(''),
        fill: 'none',
        stroke: colours.classes[key % 256] ?? colours.point,
        'stroke-width': short(2 * look.radius),
        'stroke-opacity': look.opacity.toFixed(2),
        'stroke-linecap': 'round',
      };
      return [{ name: 'path', attributes } as const];
    });
}

function labelMarks(state: SceneState, label: MapLabel, colours: MapColours): readonly Mark[] {
  const picture = overPicture(state);
  const { index, x, y, isBold } = label;
  const colour = dotColour(picture, label, colours);
  const place = `translate(${short(picture.screen[2 * index] ?? 0)} ${short(picture.screen[2 * index + 1] ?? 0)})`;
  const dot: Mark = {
    name: 'path',
    attributes: {
      d: MARKER_PATHS[picture.shapeOf(index)],
      transform: `${place} scale(${dotScale(label)})`,
      fill: colour,
      stroke: colour,
      'stroke-width': 1.2,
    },
  };
  const word: Mark = {
    name: 'text',
    attributes: {
      x: short(x),
      y: short(y),
      'font-family': state.font,
      'font-size': isBold ? LABEL_SIZES.boldFont : LABEL_SIZES.font,
      'font-weight': isBold ? 600 : 400,
      fill: picture.selected.has(index) ? colours.accent : colours.ink,
      stroke: colours.ground,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    text: picture.texts[index] ?? '',
  };
  return [dot, word];
}

function leaderMarks(state: SceneState, { index, leader }: MapLabel, colours: MapColours): readonly Mark[] {
  if (!leader) return [];
  const { screen } = projectedOf(state);
  const [x1, y1, x2, y2] = [screen[2 * index] ?? 0, screen[2 * index + 1] ?? 0, ...leader].map(short);
  const attributes = { x1, y1, x2, y2, stroke: colours.muted, 'stroke-width': LEADER_WIDTH };
  return [{ name: 'line', attributes } as Mark];
}

/** A map in sight as marks that stay sharp: what its canvases show, for a file. */
export function sceneMarks(state: SceneState): readonly Mark[] {
  const { colours } = state;
  if (!colours) return [];
  const { screen, links, labels } = overPicture(state);
  const lines = links.map(({ from, to, kind }): Mark => {
    const { width, dash, opacity } = LINK_LOOKS[kind];
    const ends = {
      x1: screen[2 * from],
      y1: screen[2 * from + 1],
      x2: screen[2 * to],
      y2: screen[2 * to + 1],
    };
    const attributes = Object.fromEntries(Object.entries(ends).map(([end, at]) => [end, short(at ?? 0)]));
    const look = {
      'stroke-width': width,
      'stroke-opacity': opacity,
      'stroke-dasharray': dash.join(' ') || 'none',
    };
    return { name: 'line', attributes: { ...attributes, ...look, stroke: linkColour(kind, colours) } };
  });
  return [
    ...pointMarks(state, colours),
    ...lines,
    ...labels.flatMap((label) => leaderMarks(state, label, colours)),
    ...labels.flatMap((label) => labelMarks(state, label, colours)),
  ];
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Marks as an SVG of this size; words as text, whatever signs they have. */
export function marksToSvg(marks: readonly Mark[], width: number, height: number): SVGSVGElement {
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  for (const { name, attributes, text } of marks) {
    const element = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    svg.append(element);
  }
  return svg;
}
