import type { SparseP } from '../../models/projection/tsne-types.ts';
import { createArena } from './arena.ts';
import { gridBytes, largestGrid } from './tsne-grid-plan.ts';

/** Lanes of a vector: rows of P are whole ones. */
const LANES = 4;
const toLanes = (count: number) => Math.ceil(count / LANES) * LANES;
/** Fields in the order in which the class in assembly/tsne-descent.ts declares them (a test compares the two). */
export const MOTION_FIELDS = [
  'n',
  'm',
  'points',
  'velocity',
  'gains',
  'attraction',
  'repulsion',
  'box',
] as const;

/** Where everything of a map stands: addresses in bytes. */
export interface TsnePlan {
  readonly points: number;
  readonly velocity: number;
  readonly gains: number;
  readonly attraction: number;
  readonly repulsion: number;
  readonly box: number;
  readonly motion: number;
  /** P in rows of whole vectors: starts, columns, values. With all pairs only the values, and `isDense`. */
  readonly starts: number;
  readonly columns: number;
  readonly values: number;
  /** Numbers in `values`. */
  readonly entries: number;
  readonly isDense: boolean;
  /** Coordinates axis by axis, and bytes from one to the next. */
  readonly planes: number;
  readonly plane: number;
  /** 0 without a grid. */
  readonly grid: number;
  readonly bytes: number;
}

export type TsneShape = Pick<TsnePlan, 'isDense' | 'entries'> & {
  readonly n: number;
  readonly m: number;
  readonly hasGrid: boolean;
};

/** Whether every point has every other in its row, and how long the rows are in memory. */
export function shapeOf({ starts, columns }: SparseP, m: number, hasGrid: boolean): TsneShape {
  const n = starts.length - 1;
  const isDense = m === 2 && !hasGrid && columns.length === n * (n - 1);
  let entries = isDense ? n * toLanes(n) : 0;
  if (!isDense) for (let i = 0; i < n; i++) entries += toLanes((starts[i + 1] ?? 0) - (starts[i] ?? 0));
  return { n, m, hasGrid, isDense, entries };
}

export function planTsne({ n, m, hasGrid, isDense, entries }: TsneShape): TsnePlan {
  const arena = createArena();
  const plane = 4 * toLanes(n);
  const coordinates = () => arena.take(n * m);
  return {
    points: coordinates(),
    velocity: coordinates(),
    gains: coordinates(),
    attraction: coordinates(),
    repulsion: coordinates(),
    box: arena.take(2 * m),
    motion: arena.take(MOTION_FIELDS.length),
    starts: isDense ? 0 : arena.take(n + 1),
    columns: isDense ? 0 : arena.take(entries),
    values: arena.take(entries),
    entries,
    isDense,
    planes: hasGrid ? 0 : arena.take((m * plane) / 4),
    plane,
    grid: hasGrid ? arena.take(gridBytes(largestGrid(n)) / 4) : 0,
    bytes: arena.size(),
  };
}

/** Writes P and the record of the motion. */
export function fillTsne(memory: WebAssembly.Memory, plan: TsnePlan, { n, m }: TsneShape, P: SparseP): void {
  const record = { ...plan, n, m };
  new Int32Array(memory.buffer, plan.motion, MOTION_FIELDS.length).set(
    MOTION_FIELDS.map((field) => record[field]),
  );
  if (plan.isDense) fillDense(new Float32Array(memory.buffer, plan.values, plan.entries), n, P);
  else fillSparse(memory, plan, n, P);
}

function fillDense(to: Float32Array, n: number, { starts, columns, values }: SparseP): void {
  for (let i = 0; i < n; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) to[i * toLanes(n) + columns[k]!] = values[k]!;
  }
}

function fillSparse(memory: WebAssembly.Memory, plan: TsnePlan, n: number, P: SparseP): void {
  const starts = new Int32Array(memory.buffer, plan.starts, n + 1);
  const columns = new Int32Array(memory.buffer, plan.columns, plan.entries);
  const values = new Float32Array(memory.buffer, plan.values, plan.entries);
  let end = 0;
  for (let i = 0; i < n; i++) {
    const [from, to] = [P.starts[i]!, P.starts[i + 1]!];
    columns.set(P.columns.subarray(from, to), end);
    values.set(P.values.subarray(from, to), end);
    const next = end + toLanes(to - from);
    // What pads the row is the point itself, with nothing.
    columns.fill(i, end + to - from, next);
    end = next;
    starts[i + 1] = end;
  }
}
