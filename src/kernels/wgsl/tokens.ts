import { counts, type Program, reads, writes } from './program.ts';

/** A batch of tokens as one array on the device; rows N = T·B, of V tokens. */
export interface TokenRows {
  readonly rows: number;
  /** V: tokens that can be read. */
  readonly inputs: number;
}

/**
 * Ids (N) · rows in the order of their ids (N) · targets (N) · where each id's rows begin in that order (V + 1). With the
 * order at hand, the gradient of a look-up is a sum for each token, in one fixed order and without atomic additions.
 * Throws a RangeError when an id is none of 0 … V − 1.
 */
export function packTokens(ids: Int32Array, targets: Int32Array, inputs: number): Int32Array {
  const rows = ids.length;
  const packed = new Int32Array(3 * rows + inputs + 1);
  const at = tokenParts(rows);
  const order = packed.subarray(at.order, at.targets);
  const starts = packed.subarray(at.starts);
  packed.set(ids, at.ids);
  packed.set(targets, at.targets);
  for (const id of ids) {
    if (id < 0 || id >= inputs) throw new RangeError(`token id ${id} is not among 0 … ${inputs - 1}`);
    starts[id + 1]! += 1;
  }
  for (let id = 0; id < inputs; id++) starts[id + 1]! += starts[id]!;
  const next = starts.slice();
  ids.forEach((id, row) => {
    order[next[id]!] = row;
    next[id]! += 1;
  });
  return packed;
}

/** Where the parts of `packTokens` begin. */
export function tokenParts(rows: number) {
  return { ids: 0, order: rows, targets: 2 * rows, starts: 3 * rows } as const;
}

const LOOK_UP_SIZE = 256;

/** z(row) = W(id of row) + b: a one-hot row times a matrix (V, C) is a look-up. One invocation a number. */
export const lookUpProgram: Program = {
  key: 'token look-up',
  buffers: [reads('tokens', 'i32'), reads('weights'), reads('bias'), writes('result')],
  params: counts('rows', 'columns'),
  body: () => `
@compute @workgroup_size(${LOOK_UP_SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) grid: vec3u, @builtin(local_invocation_index) index: u32) {
  let at = (group.y * grid.x + group.x) * ${LOOK_UP_SIZE}u + index;
  if (at >= params.rows * params.columns) { return; }
  let column = at % params.columns;
  result[at] = weights[u32(tokens[at / params.columns]) * params.columns + column] + bias[column];
}`,
};

/** The look-up's grid: two dimensions, so that no limit is met. */
export function lookUpGroups(numbers: number): readonly [number, number] {
  const all = Math.ceil(numbers / LOOK_UP_SIZE);
  const across = Math.min(all, 1 << 15);
  return [across, Math.ceil(all / across)];
}

export const SCATTER_COLUMNS = 32;
const SHARES = 8;

/**
 * dW(token) = Σ dz(row) over the rows that looked it up; tokens that are absent get 0. The grid is
 * ⌈C / 32⌉ × V workgroups; 8 invocations share a sum, in one order.
 */
export const lookUpGradientProgram: Program = {
  key: 'token look-up gradient',
  buffers: [reads('tokens', 'i32'), reads('dz'), writes('result')],
  params: counts('rows', 'columns'),
  body: () => `
var<workgroup> shares: array<f32, ${SCATTER_COLUMNS * SHARES}>;
@compute @workgroup_size(${SCATTER_COLUMNS * SHARES})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let column = group.x * ${SCATTER_COLUMNS}u + index % ${SCATTER_COLUMNS}u;
  let share = index / ${SCATTER_COLUMNS}u;
  let begin = u32(tokens[3u * params.rows + group.y]);
  let end = u32(tokens[3u * params.rows + group.y + 1u]);
  var sum = 0.0;
  if (column < params.columns) {
    for (var i = begin + share; i < end; i += ${SHARES}u) {
      sum += dz[u32(tokens[params.rows + i]) * params.columns + column];
    }
  }
  shares[index] = sum;
  workgroupBarrier();
  for (var half = ${SHARES / 2}u; half > 0u; half /= 2u) {
    if (share < half) { shares[index] += shares[index + half * ${SCATTER_COLUMNS}u]; }
    workgroupBarrier();
  }
  if (share == 0u && column < params.columns) { result[group.y * params.columns + column] = shares[index]; }
}`,
};
