import { arrowHead, type Point, roundedPath } from './path.ts';
import { hasSkip, isTwoWay, type LayerRows, type StackRows } from './stackRows.ts';
import type { StackBox, StackColumn, StackEdge, StackEdgeKind, StackOptions } from './stackTypes.ts';

/** What is already laid out when lines are drawn. */
export interface StackFrame {
  readonly options: StackOptions;
  readonly rows: StackRows;
  readonly byId: ReadonlyMap<string, StackBox>;
}

/** Distance of a skip connection's line from the tiles that it passes. */
const SKIP_LANE = 11;

function find({ byId }: StackFrame, kind: string, layer: number, step: number, direction = -1): StackBox {
  const id = `${kind}:${layer}:${step}:${direction}`;
  const found = byId.get(id);
  if (!found) throw new RangeError(`the figure has no ${id}`);
  return found;
}

const top = ({ x, y, height }: StackBox): Point => ({ x, y: y - height / 2 });
const bottom = ({ x, y, height }: StackBox): Point => ({ x, y: y + height / 2 });
const side = ({ x, y, width }: StackBox, by: 1 | -1): Point => ({ x: x + (by * width) / 2, y });

function edge(
  kind: StackEdgeKind,
  from: StackBox,
  to: StackBox,
  points: readonly Point[],
  direction = -1,
): StackEdge {
  const id = `${from.id}>${to.id}`;
  const [path, head] = [roundedPath(points), arrowHead(points)];
  return { id, from: from.id, to: to.id, kind, direction, points, path, head };
}

/** What a layer hands on at a step: the sum with its skip connection, its joined directions, or its only tile. */
function handedOn(frame: StackFrame, layer: number, step: number): StackBox {
  if (layer < 0) return find(frame, 'token', -1, step);
  if (hasSkip(frame.options, layer)) return find(frame, 'plus', layer, step);
  return isTwoWay(frame.options) ? find(frame, 'join', layer, step) : find(frame, 'tile', layer, step, 0);
}

/** From the layer below into each direction's tile. */
function inputEdges(frame: StackFrame, { layer, tiles, split }: LayerRows, step: number) {
  const below = handedOn(frame, layer - 1, step);
  return tiles.map((_, direction) => {
    const tile = find(frame, 'tile', layer, step, direction);
    const turn =
      tile.x === below.x
        ? []
        : [
            { x: below.x, y: split },
            { x: tile.x, y: split },
          ];
    return edge('input', below, tile, [top(below), ...turn, bottom(tile)], direction);
  });
}

/** From the same chain's cell before: the one to the left, or, backward in time, the one to the right. */
function recurrentEdges(frame: StackFrame, { layer, tiles }: LayerRows, step: number) {
  const last = frame.options.tokens.length - 1;
  return tiles.map((_, direction) => {
    const tile = find(frame, 'tile', layer, step, direction);
    const before = direction === 0 ? step - 1 : step + 1;
    const from =
      before < 0 || before > last
        ? find(frame, 'initial', layer, -1, direction)
        : find(frame, 'tile', layer, before, direction);
    const along = direction === 0 ? 1 : -1;
    const points = [side(from, along), side(tile, along === 1 ? -1 : 1)];
    return edge('recurrent', from, tile, points, direction);
  });
}

function mergeEdges(frame: StackFrame, { layer, tiles, join }: LayerRows, step: number) {
  if (join === null) return [];
  const into = find(frame, 'join', layer, step);
  return tiles.map((_, direction) => {
    const tile = find(frame, 'tile', layer, step, direction);
    const points = [top(tile), { x: tile.x, y: into.y }, side(into, direction === 0 ? -1 : 1)];
    return edge('merge', tile, into, points, direction);
  });
}

/** The skip connection climbs left of the tiles; what it is added to comes straight from below. */
function skipEdges(frame: StackFrame, { layer, split }: LayerRows, step: number) {
  if (!hasSkip(frame.options, layer)) return [];
  const into = find(frame, 'plus', layer, step);
  const below = handedOn(frame, layer - 1, step);
  const said = isTwoWay(frame.options)
    ? find(frame, 'join', layer, step)
    : find(frame, 'tile', layer, step, 0);
  const lane = side(find(frame, 'tile', layer, step, 0), -1).x - SKIP_LANE;
  const around = [
    top(below),
    { x: below.x, y: split },
    { x: lane, y: split },
    { x: lane, y: into.y },
    side(into, -1),
  ];
  return [edge('up', said, into, [top(said), bottom(into)]), edge('skip', below, into, around)];
}

function readoutEdges(frame: StackFrame, step: number) {
  const output = frame.byId.get(`output:-1:${step}:-1`);
  if (!output || frame.options.layers === 0) return [];
  const from = handedOn(frame, frame.options.layers - 1, step);
  return [edge('readout', from, output, [top(from), bottom(output)])];
}

/** Every line that ends in a column. */
export function columnEdges(frame: StackFrame, { step }: StackColumn): readonly StackEdge[] {
  const layers = frame.rows.layers.flatMap((layer) => [
    ...inputEdges(frame, layer, step),
    ...recurrentEdges(frame, layer, step),
    ...mergeEdges(frame, layer, step),
    ...skipEdges(frame, layer, step),
  ]);
  return [...layers, ...readoutEdges(frame, step)];
}

/** Each chain's state after its last step goes on, out of the figure. */
export function sideEdges(frame: StackFrame): readonly StackEdge[] {
  const last = frame.options.tokens.length - 1;
  return frame.rows.layers.flatMap(({ layer, tiles }) =>
    tiles.map((_, direction) => {
      const from = find(frame, 'tile', layer, direction === 0 ? last : 0, direction);
      const to = find(frame, 'final', layer, -1, direction);
      return edge('final', from, to, [side(from, direction === 0 ? 1 : -1), { x: to.x, y: to.y }], direction);
    }),
  );
}
