import { counts, IS_STRANGE, type Program, reads, writes } from './program.ts';

const SIZE = 64;

/** Σ e^(z − largest) and `largest` of one row by a whole workgroup, and where `largest` first stands. */
const ROW = `${IS_STRANGE}
const STRANGE = 3.4e38;
var<workgroup> values: array<f32, ${SIZE}>;
var<workgroup> places: array<u32, ${SIZE}>;
fn halve(index: u32, half: u32) {
  if (index < half) {
    let other = index + half;
    let better = values[other] > values[index] || (values[other] == values[index] && places[other] < places[index]);
    if (better) { values[index] = values[other]; places[index] = places[other]; }
  }
}`;

const SCAN = `
  let start = row * params.classes;
  var largest = -3.4e38;
  var place = params.classes;
  for (var v = index; v < params.classes; v += ${SIZE}u) {
    let found = logits[start + v];
    let z = select(found, STRANGE, isStrange(found));
    if (z > largest) { largest = z; place = v; }
  }
  values[index] = largest;
  places[index] = place;
  workgroupBarrier();
  for (var half = ${SIZE / 2}u; half > 0u; half /= 2u) { halve(index, half); workgroupBarrier(); }
  largest = values[0];
  place = places[0];
  workgroupBarrier();
  var total = 0.0;
  for (var v = index; v < params.classes; v += ${SIZE}u) { total += exp(logits[start + v] - largest); }
  values[index] = total;
  workgroupBarrier();
  for (var half = ${SIZE / 2}u; half > 0u; half /= 2u) {
    if (index < half) { values[index] += values[index + half]; }
    workgroupBarrier();
  }
  total = values[0];`;

const HEAD = `
@compute @workgroup_size(${SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) grid: vec3u, @builtin(local_invocation_index) index: u32) {
  let row = group.y * grid.x + group.x;
  if (row >= params.rows) { return; }
  let asked = tokens[params.targets + row];`;

/**
 * −ln p(target) of each row of logits (N, V), and whether the most probable token is the target: (2, N); 0 where nothing
 * is asked; NaN where a logit is infinite or none. One workgroup a row.
 */
export const crossEntropyProgram: Program = {
  key: 'cross-entropy',
  buffers: [reads('logits'), reads('tokens', 'i32'), writes('result')],
  params: [...counts('rows', 'classes', 'targets'), ['nan', 'f32']],
  body: () => `${ROW}${HEAD}
  if (asked < 0) {
    if (index == 0u) { result[row] = 0.0; result[params.rows + row] = 0.0; }
    return;
  }${SCAN}
  if (index == 0u) {
    result[row] = select(log(total) + (largest - logits[start + u32(asked)]), params.nan, largest == STRANGE);
    result[params.rows + row] = select(0.0, 1.0, place == u32(asked));
  }
}`,
};

/** ∂L/∂z = dy · scale · (p − y), 0 where nothing is asked. The exponentials are taken again rather than kept. */
export const crossEntropyGradientProgram: Program = {
  key: 'cross-entropy gradient',
  buffers: [reads('logits'), reads('tokens', 'i32'), reads('dy'), writes('result')],
  params: [...counts('rows', 'classes', 'targets'), ['scale', 'f32']],
  body: () => `${ROW}${HEAD}
  if (asked < 0) {
    for (var v = index; v < params.classes; v += ${SIZE}u) { result[row * params.classes + v] = 0.0; }
    return;
  }${SCAN}
  let factor = dy[0] * params.scale;
  for (var v = index; v < params.classes; v += ${SIZE}u) {
    let p = exp(logits[start + v] - largest) / total;
    result[start + v] = factor * (p - select(0.0, 1.0, v == u32(asked)));
  }
}`,
};

const SUM_SIZE = 256;

/** scale · Σ over each half of (2, N): mean loss, share of right answers. One workgroup each, in one order. */
export const meansProgram: Program = {
  key: 'means',
  buffers: [reads('rows'), writes('loss'), writes('accuracy')],
  params: [...counts('count'), ['scale', 'f32']],
  body: () => `
var<workgroup> shares: array<f32, ${SUM_SIZE}>;
@compute @workgroup_size(${SUM_SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  var sum = 0.0;
  for (var i = index; i < params.count; i += ${SUM_SIZE}u) { sum += rows[group.x * params.count + i]; }
  shares[index] = sum;
  workgroupBarrier();
  for (var half = ${SUM_SIZE / 2}u; half > 0u; half /= 2u) {
    if (index < half) { shares[index] += shares[index + half]; }
    workgroupBarrier();
  }
  if (index == 0u) {
    if (group.x == 0u) { loss[0] = params.scale * shares[0]; } else { accuracy[0] = params.scale * shares[0]; }
  }
}`,
};

/** A grid of one workgroup a row, within any limit. */
export function rowGroups(rows: number): readonly [number, number] {
  const across = Math.min(rows, 1 << 15);
  return [across, Math.ceil(rows / across)];
}
