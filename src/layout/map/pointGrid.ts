import type { MapFrame } from './view.ts';

/** Points of a screen by the square that they are in; for finding the one under a pointer. */
export interface PointGrid {
  readonly size: number;
  readonly columns: number;
  readonly rows: number;
  /** (columns · rows + 1): where each square's points begin in `members`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly screen: Float32Array;
}

const SIZE = 24;

/** @param screen (n, 2) px; points outside the frame are left out */
export function pointGrid(screen: Float32Array, { width, height }: MapFrame): PointGrid {
  const columns = Math.max(1, Math.ceil(width / SIZE));
  const rows = Math.max(1, Math.ceil(height / SIZE));
  const n = screen.length / 2;
  const squareOf = (i: number): number => {
    const column = Math.floor(screen[2 * i]! / SIZE);
    const row = Math.floor(screen[2 * i + 1]! / SIZE);
    return column >= 0 && row >= 0 && column < columns && row < rows ? row * columns + column : -1;
  };
  const starts = new Int32Array(columns * rows + 1);
  for (let i = 0; i < n; i++) {
    const square = squareOf(i);
    if (square >= 0) starts[square + 1]!++;
  }
  for (let s = 0; s < columns * rows; s++) starts[s + 1]! += starts[s]!;
  const members = new Int32Array(starts[columns * rows]!);
  const next = starts.slice();
  for (let i = 0; i < n; i++) {
    const square = squareOf(i);
    if (square >= 0) members[next[square]!++] = i;
  }
  return { size: SIZE, columns, rows, starts, members, screen };
}

/** The point nearest to (x, y), at most `within` px away; −1: none. The last drawn of equally near ones. */
export function nearestPoint(grid: PointGrid, x: number, y: number, within: number): number {
  const { size, columns, rows, starts, members, screen } = grid;
  const span = (at: number, most: number) =>
    [
      Math.max(0, Math.floor((at - within) / size)),
      Math.min(most - 1, Math.floor((at + within) / size)),
    ] as const;
  const [left, right] = span(x, columns);
  const [top, bottom] = span(y, rows);
  let [best, least] = [-1, within * within];
  for (let row = top; row <= bottom; row++) {
    for (let m = starts[row * columns + left]!; m < starts[row * columns + right + 1]!; m++) {
      const i = members[m]!;
      const square = (screen[2 * i]! - x) ** 2 + (screen[2 * i + 1]! - y) ** 2;
      if (square <= least) [best, least] = [i, square];
    }
  }
  return best;
}
