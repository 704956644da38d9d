/** A place in a grid of time steps and lanes. */
export interface GridPosition {
  readonly column: number;
  readonly row: number;
}

export interface GridSize {
  readonly columns: number;
  readonly rows: number;
}

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

const MOVES: Readonly<Record<string, (at: GridPosition, size: GridSize) => GridPosition>> = {
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, { columns }) => ({ ...at, column: columns - 1 }),
};

/** Where a key leads, held at the edges; null for a key that does not move. An empty grid has nowhere to go. */
export function moveInGrid(key: string, at: GridPosition, size: GridSize): GridPosition | null {
  const move = MOVES[key];
  if (!move || size.columns < 1 || size.rows < 1) return null;
  const { column, row } = move(at, size);
  return { column: clamp(column, size.columns), row: clamp(row, size.rows) };
}
