import type { Place } from './steps.ts';

/** The part of the half circle that is drawn, at one scale both ways, px. */
export interface Arc {
  readonly height: number;
  readonly x: (along: number) => number;
  readonly y: (across: number) => number;
  /** The circle within the drawing, as a path. */
  readonly path: string;
  /** Line that names stand on. */
  readonly names: number;
}

const NAMES = 18;
/** Between the names and the highest place of the circle. */
const GAP = 30;
const BELOW = 40;
const POINTS = 80;

/** Shows what is needed of the circle: to the sides a little more than the places, down to the lowest of them. */
export function arcOf(places: readonly Place[], width: number): Arc {
  const farthest = Math.max(0.24, ...places.map(({ along }) => Math.abs(along)));
  const reach = Math.min(1, 1.2 * farthest);
  const scale = width / 2 / (reach * 1.02);
  const top = NAMES + GAP;
  const x = (along: number) => width / 2 + scale * along;
  const y = (across: number) => top + scale * (1 - across);
  const lowest = Math.sqrt(Math.max(0, 1 - reach ** 2));
  const path = Array.from({ length: POINTS + 1 }, (_, i) => {
    const along = reach * ((2 * i) / POINTS - 1);
    return `${i ? 'L' : 'M'}${x(along).toFixed(1)} ${y(Math.sqrt(Math.max(0, 1 - along ** 2))).toFixed(1)}`;
  }).join('');
  return { height: y(lowest) + BELOW, x, y, path, names: NAMES };
}

/**
 * Where names of these widths stand in one line, each as near to its place as the others and the edges allow. The order is that of the
 * places; more than fit overlap at the end.
 */
export function spreadNames(
  places: readonly number[],
  widths: readonly number[],
  width: number,
): readonly number[] {
  const order = places.map((_, i) => i).sort((i, j) => (places[i] ?? 0) - (places[j] ?? 0));
  const out = [...places];
  const half = (i: number) => (widths[i] ?? 0) / 2;
  let free = 0;
  for (const i of order) {
    out[i] = Math.max(out[i] ?? 0, free + half(i));
    free = (out[i] ?? 0) + half(i);
  }
  let end = width;
  for (const i of order.reverse()) {
    out[i] = Math.max(half(i), Math.min(out[i] ?? 0, end - half(i)));
    end = (out[i] ?? 0) - half(i);
  }
  return out;
}
