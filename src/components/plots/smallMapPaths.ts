import type { MarkerShape } from './Marker.tsx';

/** Where points of a small map lie in its square. */
export interface MapFit {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** All points within a square of this size, as large as the margin lets them be; equal scales on both axes. */
export function fitMap(positions: Float32Array, width: number, size: number, margin: number): MapFit {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < positions.length; at++) {
    const axis = at % width;
    if (axis > 1) continue;
    low[axis] = Math.min(low[axis] ?? 0, positions[at] ?? 0);
    high[axis] = Math.max(high[axis] ?? 0, positions[at] ?? 0);
  }
  const [left = 0, bottom = 0] = low;
  const [right = 0, top = 0] = high;
  const extent = Math.max(right - left, top - bottom);
  const scale = extent > 0 && Number.isFinite(extent) ? (size - 2 * margin) / extent : 0;
  const middle = (a: number, b: number) => (Number.isFinite(a + b) ? (a + b) / 2 : 0);
  return { scale, x: middle(left, right), y: middle(bottom, top) };
}

/** Mark of a class as part of a path: dots are lines of no length with round ends, others outlines. */
const MARKS: Readonly<Record<MarkerShape, string>> = {
  circle: 'h0',
  square: 'm-1.9 -1.9h3.8v3.8h-3.8z',
  triangle: 'm0 -2.6l2.5 4.4h-5z',
  diamond: 'm0 -2.8l2.8 2.8l-2.8 2.8l-2.8 -2.8z',
  cross: 'm-2 -2l4 4m0 -4l-4 4',
  plus: 'm-2.6 0h5.2m-2.6 -2.6v5.2',
};

export interface MarkedPoints {
  /** (n, width): the first two columns are drawn. */
  readonly positions: Float32Array;
  readonly width: number;
  readonly classes: Uint8Array;
  readonly shapes: readonly MarkerShape[];
}

/** One path a class: all its marks. */
export function markPaths(
  { positions, width, classes, shapes }: MarkedPoints,
  size: number,
  margin: number,
): string[] {
  const fit = fitMap(positions, width, size, margin);
  const paths = shapes.map(() => '');
  for (let i = 0; i < classes.length; i++) {
    const group = classes[i] ?? 0;
    const x = size / 2 + ((positions[i * width] ?? 0) - fit.x) * fit.scale;
    const y = size / 2 - ((positions[i * width + 1] ?? 0) - fit.y) * fit.scale;
    paths[group] += `M${x.toFixed(1)} ${y.toFixed(1)}${MARKS[shapes[group] ?? 'circle']}`;
  }
  return paths;
}
