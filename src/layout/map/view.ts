/** Pixels of the drawing. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
}

/**
 * How a map is looked at: `k` times as large as when all of it is in sight, moved by `x` and `y` px after that; `turn` is the
 * rotation of a map of three dimensions, (3, 3) row-major.
 */
export interface MapView {
  readonly k: number;
  readonly x: number;
  readonly y: number;
  readonly turn: Rotation;
}

/** Nine numbers, row-major, orthogonal. */
export type Rotation = readonly [number, number, number, number, number, number, number, number, number];

/** Where the points are: the middle of them, and how far they reach from it along each axis (3-D: in any direction). */
export interface MapExtent {
  readonly centre: readonly [number, number, number];
  readonly reach: readonly [number, number];
}

/** How much larger than whole a map may be. */
export const ZOOM = { least: 0.5, most: 400 } as const;
/** Room around the points (px): dots and labels stand there. */
const MARGIN = 28;

export const NO_TURN: Rotation = [1, 0, 0, 0, 1, 0, 0, 0, 1];
export const WHOLE: MapView = { k: 1, x: 0, y: 0, turn: NO_TURN };
/** From the side and a little from above: three dimensions are seen as three. */
export const ASLANT: Rotation = turned(NO_TURN, 0.6, 0.35);

/**
 * Where `count` points are; those that are no numbers are left out. Of no points: about 0.
 * @param positions (count, dimensions)
 */
export function extentOf(positions: Float32Array, count: number, dimensions: number): MapExtent {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let axis = 0; axis < dimensions; axis++) {
    for (let i = axis; i < count * dimensions; i += dimensions) {
      const value = positions[i]!;
      if (value < low[axis]!) low[axis] = value;
      if (value > high[axis]! && value < Number.POSITIVE_INFINITY) high[axis] = value;
    }
  }
  const middle = (axis: number) =>
    axis < dimensions && low[axis]! <= high[axis]! ? (low[axis]! + high[axis]!) / 2 : 0;
  const half = (axis: number) => Math.max(0, (high[axis]! - low[axis]!) / 2) || 0;
  const centre = [middle(0), middle(1), middle(2)] as const;
  if (dimensions === 2) return { centre, reach: [half(0), half(1)] };
  const radius = radiusAbout(positions, count, centre);
  return { centre, reach: [radius, radius] };
}

/** How far points are from the middle of a map of three dimensions. */
function radiusAbout(
  positions: Float32Array,
  count: number,
  [x, y, z]: readonly [number, number, number],
): number {
  let most = 0;
  for (let i = 0; i < 3 * count; i += 3) {
    const square = (positions[i]! - x) ** 2 + (positions[i + 1]! - y) ** 2 + (positions[i + 2]! - z) ** 2;
    if (square > most && square < Number.POSITIVE_INFINITY) most = square;
  }
  return Math.sqrt(most);
}

/** Pixels a unit of the map when all of it is in sight: as large as the frame allows, the same both ways. */
export function wholeScale({ reach }: MapExtent, { width, height }: MapFrame): number {
  const room = [Math.max(40, width - 2 * MARGIN), Math.max(40, height - 2 * MARGIN)];
  const scales = reach.flatMap((half, axis) => (half > 0 ? [(room[axis] ?? 40) / (2 * half)] : []));
  return scales.length > 0 ? Math.min(...scales) : 1;
}

/** Zoomed by `factor` (within its limits) so that what lies at (x, y) px stays there. */
export function zoomedAbout(view: MapView, factor: number, x: number, y: number): MapView {
  const k = Math.max(ZOOM.least, Math.min(ZOOM.most, view.k * factor));
  const by = k / view.k;
  return { ...view, k, x: x - by * (x - view.x), y: y - by * (y - view.y) };
}

/** Moved by so many px. */
export const panned = (view: MapView, x: number, y: number): MapView => ({
  ...view,
  x: view.x + x,
  y: view.y + y,
});

/** Turned about the screen's upright axis by `across` and about its level one by `along`, radians. */
export function turned(turn: Rotation, across: number, along: number): Rotation {
  const [c, s] = [Math.cos(across), Math.sin(across)];
  const [d, t] = [Math.cos(along), Math.sin(along)];
  // About x after about y, after what it was.
  const about = [c, 0, s, t * s, d, -t * c, -d * s, t, d * c] as const;
  return orthogonal(product(about, turn));
}

function product(a: Rotation, b: Rotation): Rotation {
  const entry = (i: number) => {
    const [row, column] = [3 * Math.floor(i / 3), i % 3];
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!;
  };
  return [entry(0), entry(1), entry(2), entry(3), entry(4), entry(5), entry(6), entry(7), entry(8)];
}

/** Thousands of turns must not bend it: Gram and Schmidt. */
function orthogonal([a, b, c, d, e, f]: Rotation): Rotation {
  const n = Math.hypot(a, b, c);
  const [x, y, z] = [a / n, b / n, c / n];
  const along = d * x + e * y + f * z;
  const [p, q, r] = [d - along * x, e - along * y, f - along * z];
  const m = Math.hypot(p, q, r);
  const [u, v, w] = [p / m, q / m, r / m];
  return [x, y, z, u, v, w, y * w - z * v, z * u - x * w, x * v - y * u];
}
