import { type MapExtent, type MapFrame, type MapView, wholeScale } from './view.ts';

/** Where points stand on the screen. */
export interface Projected {
  /** (n, 2) px, y downwards. */
  readonly screen: Float32Array;
  /** −1 (far) … 1 (near); null for a map of two dimensions. */
  readonly depth: Float32Array | null;
}

export interface Positions {
  readonly count: number;
  /** 2 or 3. */
  readonly dimensions: number;
  /** (count, dimensions), y upwards. */
  readonly positions: Float32Array;
}

/** Room for so many points, the present one if it is as large. */
export function projectedRoom(count: number, dimensions: number, present: Projected | null): Projected {
  const fits = present?.screen.length === 2 * count && (present.depth !== null) === dimensions > 2;
  if (present && fits) return present;
  return { screen: new Float32Array(2 * count), depth: dimensions > 2 ? new Float32Array(count) : null };
}

/** Points onto the screen, without perspective; written into `into`. */
export function project(
  points: Positions,
  extent: MapExtent,
  view: MapView,
  frame: MapFrame,
  into: Projected,
): void {
  const scale = view.k * wholeScale(extent, frame);
  const left = view.x + (view.k * frame.width) / 2;
  const top = view.y + (view.k * frame.height) / 2;
  const [cx, cy, cz] = extent.centre;
  const { count, positions } = points;
  const { screen, depth } = into;
  if (!depth) {
    for (let i = 0; i < count; i++) {
      screen[2 * i] = left + scale * (positions[2 * i]! - cx);
      screen[2 * i + 1] = top - scale * (positions[2 * i + 1]! - cy);
    }
    return;
  }
  const [a, b, c, d, e, f, g, h, j] = view.turn;
  const radius = extent.reach[0] || 1;
  for (let i = 0; i < count; i++) {
    const x = positions[3 * i]! - cx;
    const y = positions[3 * i + 1]! - cy;
    const z = positions[3 * i + 2]! - cz;
    screen[2 * i] = left + scale * (a * x + b * y + c * z);
    screen[2 * i + 1] = top - scale * (d * x + e * y + f * z);
    depth[i] = (g * x + h * y + j * z) / radius;
  }
}
