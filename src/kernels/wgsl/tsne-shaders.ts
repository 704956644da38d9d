import type { MapDimensions } from '../../models/projection/tsne-types.ts';

/** Points that a workgroup takes, and that it looks at between two barriers. */
export const TILE = 64;
/** Invocations that add up a column: what every device allows. */
export const REDUCERS = 256;

/*
 * Bindings, the same for every shader, so that one layout serves all:
 *   0 settings   1 positions   2 velocity   3 gains   4 forces: the repulsion's sum and, last, Σ q
 *   5 starts     6 columns     7 values     8 sums: [0] Z, [1] KL; then a number for each point
 */
const BINDINGS = (point: string) => /* wgsl */ `
struct Settings {
  count: u32,
  exaggeration: f32,
  momentum: f32,
  rate: f32,
  longest: f32,
  grow: f32,
  shrink: f32,
  least: f32,
}
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read_write> positions: array<${point}>;
@group(0) @binding(2) var<storage, read_write> velocity: array<${point}>;
@group(0) @binding(3) var<storage, read_write> gains: array<${point}>;
@group(0) @binding(4) var<storage, read_write> forces: array<${point}>;
@group(0) @binding(5) var<storage, read> starts: array<u32>;
@group(0) @binding(6) var<storage, read> columns: array<u32>;
@group(0) @binding(7) var<storage, read> values: array<f32>;
@group(0) @binding(8) var<storage, read_write> sums: array<f32>;
`;

/** In 3-D a point has a fourth coordinate of 0: rows of 16 bytes are what storage wants. */
export const pointType = (dimensions: MapDimensions) => (dimensions === 2 ? 'vec2f' : 'vec4f');

/** Σ_j (y_i − y_j) q², and Σ_j q with q = 1 / (1 + d²); all pairs, a tile of points at a time in workgroup memory. */
const repel = (point: string) => /* wgsl */ `${BINDINGS(point)}
var<workgroup> tile: array<${point}, ${TILE}>;
@compute @workgroup_size(${TILE})
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_index) lane: u32) {
  let n = settings.count;
  let mine = positions[min(id.x, n - 1u)];
  var force = ${point}(0.0);
  var sum = 0.0;
  for (var first = 0u; first < n; first += ${TILE}u) {
    tile[lane] = positions[min(first + lane, n - 1u)];
    workgroupBarrier();
    let count = min(${TILE}u, n - first);
    for (var j = 0u; j < count; j++) {
      let offset = mine - tile[j];
      let q = 1.0 / (1.0 + dot(offset, offset));
      sum += q;
      force += q * q * offset;
    }
    workgroupBarrier();
  }
  if (id.x < n) {
    forces[id.x] = force;
    // Less the point's own, which is 1.
    sums[2u + id.x] = sum - 1.0;
  }
}`;

/** Adds up a number of each point, in an order that is always the same; into sums[to]. */
const addUp = (point: string, to: 0 | 1) => /* wgsl */ `${BINDINGS(point)}
var<workgroup> part: array<f32, ${REDUCERS}>;
@compute @workgroup_size(${REDUCERS})
fn main(@builtin(local_invocation_index) lane: u32) {
  var sum = 0.0;
  for (var i = lane; i < settings.count; i += ${REDUCERS}u) { sum += sums[2u + i]; }
  part[lane] = sum;
  workgroupBarrier();
  for (var half = ${REDUCERS / 2}u; half > 0u; half >>= 1u) {
    if (lane < half) { part[lane] += part[lane + half]; }
    workgroupBarrier();
  }
  if (lane == 0u) { sums[${to}] = part[0]; }
}`;

/** A quarter of the gradient, and the step that it makes: gains, momentum, no further than longest. */
const move = (point: string) => /* wgsl */ `${BINDINGS(point)}
@compute @workgroup_size(${TILE})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= settings.count) { return; }
  let mine = positions[i];
  var pull = ${point}(0.0);
  for (var at = starts[i]; at < starts[i + 1u]; at++) {
    let offset = mine - positions[columns[at]];
    pull += values[at] / (1.0 + dot(offset, offset)) * offset;
  }
  let slope = settings.exaggeration * pull - forces[i] / sums[0];
  let before = velocity[i];
  let turns = slope * before > ${point}(0.0);
  let gain = max(
    ${point}(settings.least),
    select(gains[i] + ${point}(settings.grow), gains[i] * settings.shrink, turns),
  );
  var speed = settings.momentum * before - settings.rate * gain * slope;
  let length = sqrt(dot(speed, speed));
  if (length > settings.longest) { speed *= settings.longest / length; }
  gains[i] = gain;
  velocity[i] = speed;
  // Not into the positions yet: others still read them.
  forces[i] = mine + speed;
}`;

/** The moved points become the points. */
const settle = (point: string) => /* wgsl */ `${BINDINGS(point)}
@compute @workgroup_size(${TILE})
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < settings.count) { positions[id.x] = forces[id.x]; }
}`;

/** The map's middle goes to 0: nothing depends on where it is, but digits are lost far from 0. */
const centre = (point: string) => /* wgsl */ `${BINDINGS(point)}
var<workgroup> part: array<${point}, ${REDUCERS}>;
@compute @workgroup_size(${REDUCERS})
fn main(@builtin(local_invocation_index) lane: u32) {
  let n = settings.count;
  var sum = ${point}(0.0);
  for (var i = lane; i < n; i += ${REDUCERS}u) { sum += positions[i]; }
  part[lane] = sum;
  workgroupBarrier();
  for (var half = ${REDUCERS / 2}u; half > 0u; half >>= 1u) {
    if (lane < half) { part[lane] += part[lane + half]; }
    workgroupBarrier();
  }
  let mean = part[0] / f32(n);
  for (var i = lane; i < n; i += ${REDUCERS}u) { positions[i] -= mean; }
}`;

/** Σ_j p ln(p Z / q) of each point. */
const diverge = (point: string) => /* wgsl */ `${BINDINGS(point)}
@compute @workgroup_size(${TILE})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= settings.count) { return; }
  let mine = positions[i];
  var sum = 0.0;
  for (var at = starts[i]; at < starts[i + 1u]; at++) {
    let offset = mine - positions[columns[at]];
    let p = values[at];
    if (p > 0.0) { sum += p * (log(p) + log(sums[0]) + log(1.0 + dot(offset, offset))); }
  }
  sums[2u + i] = sum;
}`;

/** Every shader of t-SNE, by what it does. */
export function tsneShaders(dimensions: MapDimensions) {
  const point = pointType(dimensions);
  return {
    repel: repel(point),
    total: addUp(point, 0),
    move: move(point),
    settle: settle(point),
    centre: centre(point),
    diverge: diverge(point),
    divergence: addUp(point, 1),
  } as const;
}
export type TsneShader = keyof ReturnType<typeof tsneShaders>;
