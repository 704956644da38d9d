import { SIGMOID, TANH, activate, derivative, sigmoidLanes, tanhLanes } from './activations';
import { Layer, gateRow, laneBytes, preShift } from './layer';
import { madd, splat, tanh } from './vector';

/*
 * c = Γ_f ∗ c_prev + Γ_u ∗ c̃, a = Γ_o ∗ g(c). A row holds forget, update, candidate, output.
 */

function isUsual(layer: Layer): bool {
  return layer.gate == SIGMOID && layer.candidate == TANH && layer.output == TANH && !layer.peephole;
}

/** Gates, cell and hidden state of rows `row` … of one step. */
export function lstmForward(layer: Layer, row: i32, count: i32): void {
  const usual = isUsual(layer);
  const previous = layer.batch * layer.stateStride;
  for (let end = row + count; row < end; row++) {
    const z = gateRow(layer, row);
    const state = previous + row * layer.stateStride;
    const c = layer.cellStates + state;
    const shown = layer.shown + row * layer.stateStride;
    const a = layer.hiddenStates + state;
    if (usual) usualForward(z, c - previous, c, shown, a, laneBytes(layer));
    else anyForward(layer, z, c - previous, c, shown, a);
  }
}

/** One function at a time over whole lanes: five in one loop need more registers than there are. */
function usualForward(z: usize, before: usize, c: usize, shown: usize, a: usize, lane: usize): void {
  const candidates = z + lane * 2;
  const outputs = candidates + lane;
  sigmoidLanes(z, candidates);
  tanhLanes(candidates, outputs);
  sigmoidLanes(outputs, outputs + lane);
  for (let u: usize = 0; u < lane; u += 16) {
    const fresh = f32x4.mul(v128.load(z + lane + u), v128.load(candidates + u));
    const cell = madd(v128.load(z + u), v128.load(before + u), fresh);
    v128.store(c + u, cell);
    const g = tanh(cell);
    v128.store(shown + u, g);
    v128.store(a + u, f32x4.mul(v128.load(outputs + u), g));
  }
}

function anyForward(layer: Layer, row: usize, before: usize, c: usize, shown: usize, a: usize): void {
  const lane = laneBytes(layer);
  for (let u: usize = 0; u < lane; u += 16) {
    const z = row + u;
    const old = v128.load(before + u);
    const forget = open(layer, z, 0, old, u);
    const update = open(layer, z + lane, 1, old, u);
    keepPre(layer, z + lane * 2, v128.load(z + lane * 2));
    const candidate = activate(layer.candidate, v128.load(z + lane * 2));
    v128.store(z + lane * 2, candidate);
    const cell = madd(forget, old, f32x4.mul(update, candidate));
    v128.store(c + u, cell);
    const output = open(layer, z + lane * 3, 2, cell, u);
    const g = activate(layer.output, cell);
    v128.store(shown + u, g);
    v128.store(a + u, f32x4.mul(output, g));
  }
}

// @ts-ignore: decorator
@inline
function keepPre(layer: Layer, at: usize, z: v128): void {
  if (layer.pre) v128.store(at + preShift(layer), z);
}

/** Γ of the `index`-th gate with a peephole: z, plus p ∗ `cell` where there are peepholes. */
function open(layer: Layer, at: usize, index: i32, cell: v128, u: usize): v128 {
  let z = v128.load(at);
  if (layer.peephole) z = madd(peephole(layer, index, u), cell, z);
  keepPre(layer, at, z);
  const value = activate(layer.gate, z);
  v128.store(at, value);
  return value;
}

// @ts-ignore: decorator
@inline
function peephole(layer: Layer, index: i32, u: usize): v128 {
  return v128.load(layer.peepholes + index * laneBytes(layer) + u);
}

/** ∂L/∂z of rows `row` … of one step in place of the gates, and ∂L/∂c of the step before. ∂L/∂a is used up: 0 is left. */
export function lstmBackward(layer: Layer, row: i32, b: i32, count: i32): void {
  const usual = isUsual(layer);
  for (let end = row + count; row < end; row++, b++) {
    const at = row * layer.stateStride;
    const dh = layer.hiddenGradient + b * layer.stateStride;
    const dc = layer.cellGradient + b * layer.stateStride;
    if (layer.masked && !load<u8>(layer.mask + row)) continue;
    if (usual) {
      usualBackward(
        gateRow(layer, row),
        layer.cellStates + at,
        layer.shown + at,
        layer.above + at,
        dh,
        dc,
        laneBytes(layer),
      );
    } else anyBackward(layer, row, dh, dc);
  }
}

function usualBackward(
  z: usize,
  before: usize,
  shown: usize,
  above: usize,
  dh: usize,
  dc: usize,
  lane: usize,
): void {
  const one = splat(1);
  const end = z + lane;
  const shift2 = lane * 2;
  for (; z < end; z += 16) {
    const forget = v128.load(z);
    const update = v128.load(z + lane);
    const candidate = v128.load(z + shift2);
    const output = v128.load(z + shift2 + lane);
    const g = v128.load(shown);
    const da = f32x4.add(v128.load(dh), v128.load(above));
    v128.store(dh, splat(0));
    const dOutput = f32x4.mul(da, g);
    v128.store(z + shift2 + lane, f32x4.mul(dOutput, f32x4.mul(output, f32x4.sub(one, output))));
    const slope = f32x4.sub(one, f32x4.mul(g, g));
    const d = madd(f32x4.mul(da, output), slope, v128.load(dc));
    const dForget = f32x4.mul(d, v128.load(before));
    v128.store(z, f32x4.mul(dForget, f32x4.mul(forget, f32x4.sub(one, forget))));
    v128.store(z + lane, f32x4.mul(f32x4.mul(d, candidate), f32x4.mul(update, f32x4.sub(one, update))));
    const bend = f32x4.sub(one, f32x4.mul(candidate, candidate));
    v128.store(z + shift2, f32x4.mul(f32x4.mul(d, update), bend));
    v128.store(dc, f32x4.mul(d, forget));
    before += 16;
    shown += 16;
    above += 16;
    dh += 16;
    dc += 16;
  }
}

function anyBackward(layer: Layer, row: i32, dh: usize, dc: usize): void {
  const lane = laneBytes(layer);
  const state = row * layer.stateStride;
  const now = layer.batch * layer.stateStride;
  for (let u: usize = 0; u < lane; u += 16) {
    const z = gateRow(layer, row) + u;
    const before = v128.load(layer.cellStates + state + u);
    const cell = v128.load(layer.cellStates + now + state + u);
    const g = v128.load(layer.shown + state + u);
    const output = v128.load(z + lane * 3);
    const da = f32x4.add(v128.load(dh + u), v128.load(layer.above + state + u));
    v128.store(dh + u, splat(0));
    const dzOutput = close(layer, layer.gate, z + lane * 3, f32x4.mul(da, g));
    const slope = derivative(layer.output, cell, g);
    let d = madd(f32x4.mul(da, output), slope, v128.load(dc + u));
    if (layer.peephole) d = madd(dzOutput, peephole(layer, 2, u), d);
    const forget = v128.load(z);
    const update = v128.load(z + lane);
    const candidate = v128.load(z + lane * 2);
    let back = f32x4.mul(d, forget);
    const dzForget = close(layer, layer.gate, z, f32x4.mul(d, before));
    const dzUpdate = close(layer, layer.gate, z + lane, f32x4.mul(d, candidate));
    close(layer, layer.candidate, z + lane * 2, f32x4.mul(d, update));
    if (layer.peephole) {
      back = madd(dzForget, peephole(layer, 0, u), back);
      back = madd(dzUpdate, peephole(layer, 1, u), back);
    }
    v128.store(dc + u, back);
  }
}

/** ∂L/∂z = ∂L/∂Γ ∗ g′(z), in place of Γ. */
export function close(layer: Layer, code: i32, at: usize, gradient: v128): v128 {
  const dz = f32x4.mul(gradient, derivative(code, v128.load(at + preShift(layer)), v128.load(at)));
  v128.store(at, dz);
  return dz;
}
