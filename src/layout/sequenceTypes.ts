import { arrowHead, type Point, roundedPath } from './path.ts';

/*
 * Recurrent nets by what goes in and what comes out: a box for every input that is read and every output that is asked, a
 * state for every step, and the ways between them. All of them are one drawing, so that each can turn into any other.
 */

export interface TypeShape {
  /** For each step, whether an input and an output are drawn. */
  readonly columns: readonly { readonly input: boolean; readonly output: boolean }[];
  /** Whether the hidden state is handed on. */
  readonly recurrent: boolean;
  /** Where an output goes one step later: nowhere, in as the next input, or straight into the next state. */
  readonly feed: 'none' | 'input' | 'state';
}

export type TypeBoxKind = 'input' | 'state' | 'output';
export interface TypeBox extends Point {
  readonly kind: TypeBoxKind;
  readonly step: number;
  readonly opacity: number;
}

export type TypeEdgeKind = 'input' | 'head' | 'time' | 'feed';
export interface TypeEdge {
  readonly kind: TypeEdgeKind;
  /** The step that it leads into, or that it lies in. */
  readonly step: number;
  readonly opacity: number;
  /** Height at which a fed output goes in. */
  readonly entry: number;
}

/** A drawing, or one between two: places first, lines follow from them. */
export interface TypesLayout {
  readonly width: number;
  readonly pitch: number;
  readonly boxes: ReadonlyMap<string, TypeBox>;
  readonly edges: ReadonlyMap<string, TypeEdge>;
}

/** Sizes in px. */
export const TYPES = {
  output: 58,
  state: 172,
  input: 282,
  time: 322,
  height: 340,
  strip: 84,
  radius: 8,
} as const;
const LEFT = 88;
const RIGHT = 26;
const PITCH = { least: 62, most: 104 } as const;
const HALF_HEIGHT: Readonly<Record<TypeBoxKind, number>> = { input: 16, state: TYPES.strip / 2, output: 21 };
const AIR = 2;
/** Length of the arrow that brings the zero state. */
const START = 40;

export const boxId = (kind: TypeBoxKind, step: number): string => `${kind}:${step}`;

/** Half the width of a box; states are strips of their own width. */
export const halfWidth = (kind: TypeBoxKind, pitch: number): number =>
  kind === 'state' ? 17 : Math.min(38, pitch / 2 - 9);
export const halfHeight = (kind: TypeBoxKind): number => HALF_HEIGHT[kind];

/** The drawing in so much room; wider than that when its steps need more. */
export function layoutTypes(shape: TypeShape, room: number): TypesLayout {
  const steps = shape.columns.length;
  const pitch = Math.max(PITCH.least, Math.min(PITCH.most, (room - LEFT - RIGHT) / steps));
  const width = Math.max(room, LEFT + RIGHT + pitch * steps);
  // In the middle, but never over the names of the rows.
  const first = Math.max(LEFT + pitch / 2, (width - pitch * (steps - 1)) / 2);
  const boxes = shape.columns.flatMap(({ input, output }, step) => {
    const x = first + step * pitch;
    const box = (kind: TypeBoxKind): TypeBox => ({ kind, step, x, y: TYPES[kind], opacity: 1 });
    return [...(input ? [box('input')] : []), box('state'), ...(output ? [box('output')] : [])];
  });
  return {
    width,
    pitch,
    boxes: new Map(boxes.map((box) => [boxId(box.kind, box.step), box])),
    edges: new Map(edgesOf(shape).map((edge) => [`${edge.kind}:${edge.step}`, edge])),
  };
}

function edgesOf({ columns, recurrent, feed }: TypeShape): readonly TypeEdge[] {
  const entry = feed === 'state' ? TYPES.state : TYPES.input;
  const edge = (kind: TypeEdgeKind, step: number): TypeEdge => ({ kind, step, opacity: 1, entry });
  return columns.flatMap(({ input, output }, step) => [
    ...(input ? [edge('input', step)] : []),
    ...(output ? [edge('head', step)] : []),
    ...(recurrent ? [edge('time', step)] : []),
    ...(feed !== 'none' && step > 0 ? [edge('feed', step)] : []),
  ]);
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** Where a box comes from, or goes to, that the other drawing lacks: the state of its step, or of the last step there is. */
function anchor(layout: TypesLayout, step: number): Point | undefined {
  for (let at = step; at >= 0; at--) {
    const state = layout.boxes.get(boxId('state', at));
    if (state) return state;
  }
  return undefined;
}

/** Entries of both moved by `move`, with a ghost for whatever one of them lacks. */
function joined<T>(
  from: ReadonlyMap<string, T>,
  to: ReadonlyMap<string, T>,
  blend: (start: T | undefined, end: T | undefined) => T,
): ReadonlyMap<string, T> {
  const ids = new Set([...to.keys(), ...from.keys()]);
  return new Map([...ids].map((id) => [id, blend(from.get(id), to.get(id))] as const));
}

/**
 * Between two drawings, `share` from 0 to 1. What both have moves; what is new comes out of the state that it belongs to;
 * what is to go sinks back into one.
 */
export function blendTypes(from: TypesLayout, to: TypesLayout, share: number): TypesLayout {
  if (share >= 1) return to;
  const boxes = joined(from.boxes, to.boxes, (start, end) => {
    const known = (end ?? start) as TypeBox;
    const a = start ?? { ...(anchor(from, known.step) ?? known), opacity: 0 };
    const b = end ?? { ...(anchor(to, known.step) ?? known), opacity: 0 };
    const { kind, step } = known;
    return {
      kind,
      step,
      x: mix(a.x, b.x, share),
      y: mix(a.y, b.y, share),
      opacity: mix(a.opacity, b.opacity, share),
    };
  });
  const edges = joined(from.edges, to.edges, (start, end) => {
    const known = (end ?? start) as TypeEdge;
    return {
      ...known,
      opacity: mix(start?.opacity ?? 0, end?.opacity ?? 0, share),
      entry: mix(start?.entry ?? known.entry, end?.entry ?? known.entry, share),
    };
  });
  return { width: mix(from.width, to.width, share), pitch: mix(from.pitch, to.pitch, share), boxes, edges };
}

export interface DrawnEdge extends TypeEdge {
  readonly id: string;
  readonly points: readonly Point[];
  readonly path: string;
  readonly head: string;
}

/** Every line of a drawing, between its boxes wherever they are now. */
export function drawEdges(layout: TypesLayout): readonly DrawnEdge[] {
  return [...layout.edges].flatMap(([id, edge]) => {
    const points = pointsOf(layout, edge);
    if (!points || edge.opacity === 0) return [];
    return [{ ...edge, id, points, path: roundedPath(points, TYPES.radius), head: arrowHead(points, 7) }];
  });
}

function pointsOf(layout: TypesLayout, { kind, step, entry }: TypeEdge): readonly Point[] | null {
  const { boxes, pitch } = layout;
  const at = (box: TypeBoxKind, of = step) => boxes.get(boxId(box, of));
  const state = at('state');
  if (!state) return null;
  if (kind === 'input') return upwards(at('input'), state);
  if (kind === 'head') return upwards(state, at('output'));
  if (kind === 'time') {
    const before = at('state', step - 1);
    const end = { x: state.x - halfWidth('state', pitch) - AIR, y: state.y };
    const start = before
      ? { x: before.x + halfWidth('state', pitch), y: before.y }
      : { x: end.x - START, y: state.y };
    return [start, end];
  }
  const said = at('output', step - 1);
  if (!said) return null;
  // Closer to the box that it comes from: the middle of the gap is where the names of the weights stand.
  const into = entry > (TYPES.state + TYPES.input) / 2 ? 'input' : 'state';
  const start = { x: said.x + halfWidth('output', pitch), y: said.y };
  const end = { x: state.x - halfWidth(into, pitch) - AIR, y: entry };
  const turn = (said.x + state.x) / 2;
  return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
}

function upwards(from: TypeBox | undefined, to: TypeBox | undefined): readonly Point[] | null {
  if (!from || !to) return null;
  return [
    { x: from.x, y: from.y - halfHeight(from.kind) },
    { x: to.x, y: to.y + halfHeight(to.kind) + AIR },
  ];
}
