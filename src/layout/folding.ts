import { arrowHead, type Point, roundedPath } from './path.ts';

/** One copy of the cell: where its state stands, and how visible it is. */
export interface FoldedCopy {
  readonly step: number;
  readonly x: number;
  readonly opacity: number;
}

export interface FoldedEdge {
  readonly id: string;
  readonly weight: 'recurrent' | 'input' | 'head';
  readonly path: string;
  readonly head: string;
  readonly opacity: number;
  /** Where the weight's name stands; null: this copy of the edge goes without. */
  readonly label: Point | null;
}

export interface FoldingLayout {
  readonly width: number;
  readonly height: number;
  readonly copies: readonly FoldedCopy[];
  readonly edges: readonly FoldedEdge[];
  /** The box that holds the state back for one step, in the folded drawing. */
  readonly delay: Point & { readonly opacity: number };
  /** The state before the first step, in the unrolled one. */
  readonly initial: Point & { readonly opacity: number };
}

export interface FoldingOptions {
  readonly steps: number;
  /** 0: one cell with a loop; 1: a copy for every step. */
  readonly share: number;
  /** The copy that stays when the drawing is folded, counted from 0. */
  readonly current: number;
}

/** Sizes in px. */
export const FOLDING = {
  pitch: 104,
  radius: 25,
  prediction: 40,
  state: 132,
  token: 224,
  height: 262,
} as const;
/** Where the folded cell stands, and where the first copy does. */
const LEFT = { folded: 62, unrolled: 106 } as const;
const RIGHT = 48;
/** Right of the loop: half the delay's box, and its name. */
const DELAY_ROOM = 122;
/** The loop beside the cell: how far it reaches to the right, up and down, and where it turns off. */
const LOOP = { reach: 108, half: 44, turn: 44 } as const;
/** Where the loop leaves and enters the circle: 50° above and below the horizontal. */
const DOCK = { x: 0.64, y: 0.77 } as const;
/** Shortest arrow worth drawing while copies move apart. */
const SHORTEST = 14;

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

function edge(
  id: string,
  weight: FoldedEdge['weight'],
  points: readonly Point[],
  opacity: number,
  label: Point | null,
): FoldedEdge {
  return { id, weight, path: roundedPath(points, 10), head: arrowHead(points, 8), opacity, label };
}

/** From the state out to the upper right, down through the delay, and back in from the lower right: it crosses nothing. */
function loop(x: number, opacity: number): FoldedEdge {
  const { radius, state } = FOLDING;
  const [dockX, dockY] = [DOCK.x * radius, DOCK.y * radius];
  const points = [
    { x: x + dockX, y: state - dockY },
    { x: x + LOOP.turn, y: state - LOOP.half },
    { x: x + LOOP.reach, y: state - LOOP.half },
    { x: x + LOOP.reach, y: state + LOOP.half },
    { x: x + LOOP.turn, y: state + LOOP.half },
    { x: x + dockX + 2, y: state + dockY + 1 },
  ];
  const label = { x: x + (LOOP.turn + LOOP.reach) / 2, y: state + LOOP.half + 18 };
  return edge('loop', 'recurrent', points, opacity, label);
}

/** Input from below and prediction above, for one copy. */
function upright(copy: FoldedCopy): readonly FoldedEdge[] {
  const { x, step, opacity } = copy;
  const { radius, state, token, prediction } = FOLDING;
  const up = (id: string, weight: FoldedEdge['weight'], from: number, to: number) => {
    const points = [
      { x, y: from },
      { x, y: to },
    ];
    return edge(`${id}-${step}`, weight, points, opacity, { x: x - 7, y: (from + to) / 2 });
  };
  return [
    up('input', 'input', token - 16, state + radius + 1),
    up('head', 'head', state - radius, prediction + 12),
  ];
}

/** From every copy to the next, once they stand far enough apart. */
function sideways(copies: readonly FoldedCopy[], initial: Point, share: number): readonly FoldedEdge[] {
  const { radius, state } = FOLDING;
  return copies.flatMap(({ x, step }) => {
    const from = step === 0 ? initial.x + 16 : (copies[step - 1]?.x ?? 0) + radius;
    const points = [
      { x: from, y: state },
      { x: x - radius - 1, y: state },
    ];
    if (x - radius - from < SHORTEST) return [];
    return [edge(`time-${step}`, 'recurrent', points, share, { x: (from + x - radius) / 2, y: state - 9 })];
  });
}

/**
 * Geometry of a recurrent net between its two drawings. Folded, all copies lie on one another and the state goes round a loop
 * with a delay of one step; unrolled, they stand side by side. T ≥ 1.
 */
export function layoutFolding({ steps, share, current }: FoldingOptions): FoldingLayout {
  const { pitch, radius, state, height } = FOLDING;
  const copies = Array.from({ length: steps }, (_, step): FoldedCopy => {
    return {
      step,
      x: mix(LEFT.folded, LEFT.unrolled + step * pitch, share),
      opacity: step === current ? 1 : share,
    };
  });
  const initial = { x: mix(LEFT.folded, 24, share), y: state };
  const middle = copies[current]?.x ?? LEFT.folded;
  const folded = middle + LOOP.reach + DELAY_ROOM;
  const unrolled = LEFT.unrolled + (steps - 1) * pitch + radius + RIGHT;
  return {
    width: mix(folded, unrolled, share),
    height,
    copies,
    edges: [
      ...sideways(copies, initial, share),
      ...copies.filter(({ opacity }) => opacity > 0).flatMap((copy) => upright(copy)),
      ...(share < 1 ? [loop(middle, 1 - share)] : []),
    ],
    delay: { x: middle + LOOP.reach, y: state, opacity: 1 - share },
    initial: { ...initial, opacity: share },
  };
}
