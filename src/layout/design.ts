import type { DesignGraph, DesignNode, NodeKind } from '../models/depth/designs.ts';
import { arrowHead, type Point, roundedPath } from './path.ts';

export type Places = ReadonlyMap<string, Point>;

export interface DrawnArc {
  readonly id: string;
  readonly path: string;
  readonly head: string;
  readonly start: Point;
  readonly end: Point;
}

export interface DesignMeasures {
  readonly width: number;
  readonly height: number;
}

const COLUMN = 104;
const ROW = 62;
const MARGIN = { x: 46, top: 24, bottom: 46 } as const;
/** Half sizes of the nodes: a box, a pill, a circle. */
export const HALF: Readonly<Record<NodeKind, { readonly x: number; readonly y: number }>> = {
  input: { x: 20, y: 14 },
  layer: { x: 20, y: 14 },
  state: { x: 22, y: 15 },
  output: { x: 16, y: 16 },
};
/** Room between a node and the tip of an arrow. */
const AIR = 2;

/** Size of the drawing: the same for all designs with so many added layers, so that only nodes and arrows move. */
export function designMeasures({ size }: DesignGraph): DesignMeasures {
  return {
    width: 2 * MARGIN.x + (size.steps - 1) * COLUMN,
    height: MARGIN.top + MARGIN.bottom + (size.extra + 2) * ROW,
  };
}

/** Where every node stands: time to the right, depth upwards. The shallow net's few nodes spread over the whole height. */
export function designPlaces(graph: DesignGraph): Places {
  const { height } = designMeasures(graph);
  const top = Math.max(...graph.nodes.map(({ level }) => level));
  const room = height - MARGIN.top - MARGIN.bottom;
  const place = ({ step, level }: DesignNode): Point => ({
    x: MARGIN.x + step * COLUMN,
    y: height - MARGIN.bottom - (level / top) * room,
  });
  return new Map(graph.nodes.map((node) => [node.id, place(node)]));
}

/** Where a line from the middle of a node leaves its box, and a little air. */
function outline(kind: NodeKind, from: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - from.x, towards.y - from.y];
  const half = HALF[kind];
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (half.x + AIR) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (half.y + AIR) / Math.abs(dy),
  );
  return { x: from.x + dx * share, y: from.y + dy * share };
}

const kindOf = (id: string): NodeKind => id.slice(0, id.indexOf(':')) as NodeKind;

/** Every arrow as a straight line between its nodes' outlines; those whose nodes have no place are left out. */
export function designArcs({ arcs }: DesignGraph, places: Places): readonly DrawnArc[] {
  return arcs.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b) return [];
    const start = outline(kindOf(from), a, b);
    const end = outline(kindOf(to), b, a);
    const points = [start, end];
    return [{ id: `${from}>${to}`, path: roundedPath(points), head: arrowHead(points), start, end }];
  });
}

/** Between two drawings: nodes of both move, nodes of one stay where they are. `share` runs from 0 to 1. */
export function blendPlaces(from: Places, to: Places, share: number): Places {
  const blended = [...to].map(([id, end]) => {
    const start = from.get(id) ?? end;
    return [id, { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share }] as const;
  });
  return new Map(blended);
}
