import type { TsneExports } from './tsne-exports.ts';
import { writeGrid } from './tsne-grid-plan.ts';

/** Nodes are so far apart in the map's unit, the kernel's: see docs/decisions/tsne.md for what that costs and gains. */
export const NODE_SPACING = 1 / 3;
/** Nodes of an axis, with the empty half that keeps the circle open: products of 2, 3 and 5, divided by 16. */
const SIZES = [
  128, 144, 160, 192, 240, 256, 288, 320, 384, 432, 480, 512, 576, 640, 720, 768, 864, 960, 1024, 1152, 1280,
  1440, 1536, 1728, 1920, 2048,
];
/** Nodes that stay free: seven of the last point's weights, the others for the splines' correction to fade away (by half a node). */
const MARGIN = 24;
/** A grid is made larger than the map by this, so that it is not made anew all the time. */
const ROOM = 1.06;
/** And kept until the map would do with so little of it. */
const LEAST_USE = 0.7;

/** The grid under a map, in its place in memory. */
export interface TsneGrid {
  /** Repulsion Σ_j (y_i − y_j) q² of all points into `forces`; `box` has the lowest and highest x, then y. Returns Z; NaN where a point has no place. */
  repel(points: number, n: number, box: Float32Array, forces: number): number;
}

/** `at`: where `gridBytes(largest)` bytes are free, at the start of a line. */
export function createGrid(
  exports: TsneExports,
  memory: WebAssembly.Memory,
  at: number,
  largest: number,
  spacing = NODE_SPACING,
): TsneGrid {
  let [size, gap] = [0, 0];
  const prepare = (extent: number) => {
    const wanted = choose(extent, largest, spacing);
    if (wanted.size !== size) writeGrid(memory, at, wanted.size);
    ({ size, gap } = wanted);
    exports.prepareKernels(at, gap);
  };
  return {
    repel(points, n, box, forces) {
      const [left = 0, right = 0, low = 0, high = 0] = box;
      const extent = Math.max(right - left, high - low, 1e-30);
      if (!Number.isFinite(extent)) return Number.NaN;
      if (!fits(extent, size, gap, spacing)) prepare(extent);
      const [x, y] = [left - 0.01 * gap, low - 0.01 * gap];
      exports.spread(at, points, n, x, y, 1 / gap);
      const all = exports.convolve(at);
      exports.gather(at, points, n, x, y, 1 / gap, forces);
      return all - n;
    },
  };
}

const room = (size: number) => size / 2 - MARGIN;

function fits(extent: number, size: number, gap: number, spacing: number): boolean {
  if (size === 0 || extent / gap > room(size)) return false;
  const isLeast = size === SIZES[0] && gap >= spacing;
  return isLeast || extent / gap > LEAST_USE * room(size);
}

/** The smallest grid with nodes `spacing` apart; nearer ones where the map is small, wider ones where it is larger than the largest. */
function choose(extent: number, largest: number, spacing: number): { size: number; gap: number } {
  const needed = extent * ROOM;
  const least = SIZES[0] ?? 0;
  if (needed / spacing <= room(least)) return { size: least, gap: needed / room(least) };
  const size = SIZES.find((each) => needed / spacing <= room(each) && each <= largest);
  if (size !== undefined) return { size, gap: spacing };
  return { size: largest, gap: needed / room(largest) };
}
