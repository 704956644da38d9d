import { type BufferSlot, counts, type Program, writes } from './program.ts';

/** What is summed over all rows, for each column: a WGSL expression of `row` and `column`. */
export interface ColumnSumShape {
  readonly key: string;
  readonly buffers: readonly BufferSlot[];
  readonly term: string;
  readonly params?: readonly string[];
}

/** Columns of a workgroup, and invocations that share a column. */
export const SUM_COLUMNS = 16;
const SHARES = 16;

/**
 * result(column) = Σ over rows, in one order whatever runs first: each of 16 invocations takes every 16th row, and their
 * sums are added pairwise. The grid is ⌈columns / 16⌉ workgroups.
 */
export function columnSumProgram(shape: ColumnSumShape): Program {
  return {
    key: `column sums ${shape.key}`,
    buffers: [...shape.buffers, writes('result')],
    params: counts('rows', 'columns', ...(shape.params ?? [])),
    body: () => `
var<workgroup> shares: array<f32, ${SUM_COLUMNS * SHARES}>;
fn termAt(row: u32, column: u32) -> f32 { return ${shape.term}; }
@compute @workgroup_size(${SUM_COLUMNS * SHARES})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let column = group.x * ${SUM_COLUMNS}u + index % ${SUM_COLUMNS}u;
  let share = index / ${SUM_COLUMNS}u;
  var sum = 0.0;
  if (column < params.columns) {
    for (var row = share; row < params.rows; row += ${SHARES}u) { sum += termAt(row, column); }
  }
  shares[index] = sum;
  workgroupBarrier();
  for (var half = ${SHARES / 2}u; half > 0u; half /= 2u) {
    if (share < half) { shares[index] += shares[index + half * ${SUM_COLUMNS}u]; }
    workgroupBarrier();
  }
  if (share == 0u && column < params.columns) { result[column] = shares[index]; }
}`,
  };
}
