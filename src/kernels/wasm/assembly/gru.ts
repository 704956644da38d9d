import { SIGMOID, TANH, activate, sigmoidLanes, tanhLanes } from './activations';
import { Layer, gateRow, laneBytes, preShift } from './layer';
import { close } from './lstm';
import { madd, splat } from './vector';

/*
 * a = w ∗ c̃ + k ∗ a_prev, one of w and k being Γ_u and the other 1 − Γ_u. A row holds update, [reset,] candidate. The
 * candidate's product stands between the gates and the rest, so that a step comes in two parts.
 */

/** Γ := g(z) of `lanes` lanes that begin `offset` bytes into each row. */
function openLanes(layer: Layer, code: i32, row: i32, count: i32, offset: usize, lanes: i32): void {
  for (let end = row + count; row < end; row++) {
    const at = gateRow(layer, row) + offset;
    const last = at + lanes * laneBytes(layer);
    if (layer.pre) openKeeping(code, at, last, preShift(layer));
    else if (code == SIGMOID) sigmoidLanes(at, last);
    else if (code == TANH) tanhLanes(at, last);
    else openKeeping(code, at, last, 0);
  }
}

/** Any activation; z is kept `shift` bytes further on (0: where it stands, until Γ takes its place). */
function openKeeping(code: i32, at: usize, end: usize, shift: usize): void {
  for (; at < end; at += 16) {
    const z = v128.load(at);
    v128.store(at + shift, z);
    v128.store(at, activate(code, z));
  }
}

/** RNN: a = g(z). */
export function rnnForward(layer: Layer, row: i32, count: i32): void {
  openLanes(layer, layer.candidate, row, count, 0, 1);
  const now = layer.hiddenStates + layer.batch * layer.stateStride;
  for (let end = row + count; row < end; row++) {
    memory.copy(now + row * layer.stateStride, gateRow(layer, row), laneBytes(layer));
  }
}

/** First part: all gates but the candidate; with the reset before the product also its operand Γ_r ∗ a_prev. */
export function gruGates(layer: Layer, row: i32, count: i32): void {
  openLanes(layer, layer.gate, row, count, 0, layer.gateCount - 1);
  if (layer.reset != 1) return;
  const lane = laneBytes(layer);
  for (let end = row + count; row < end; row++) {
    const reset = gateRow(layer, row) + lane;
    const before = layer.hiddenStates + row * layer.stateStride;
    const operand = layer.operand + row * layer.stateStride;
    for (let u: usize = 0; u < lane; u += 16) {
      v128.store(operand + u, f32x4.mul(v128.load(reset + u), v128.load(before + u)));
    }
  }
}

/** Second part: the candidate and the new state. */
export function gruMix(layer: Layer, row: i32, count: i32): void {
  const lane = laneBytes(layer);
  const offset = lane * (layer.gateCount - 1);
  if (layer.reset == 2) addReset(layer, row, count);
  openLanes(layer, layer.candidate, row, count, offset, 1);
  const now = layer.batch * layer.stateStride;
  for (let end = row + count; row < end; row++) {
    const update = gateRow(layer, row);
    const candidate = update + offset;
    const before = layer.hiddenStates + row * layer.stateStride;
    for (let u: usize = 0; u < lane; u += 16) {
      const old = v128.load(before + u);
      const write = writes(layer, v128.load(update + u));
      const keep = f32x4.sub(splat(1), write);
      const a = madd(write, v128.load(candidate + u), f32x4.mul(keep, old));
      v128.store(before + now + u, a);
    }
  }
}

// @ts-ignore: decorator
@inline
function writes(layer: Layer, update: v128): v128 {
  return layer.keeps ? f32x4.sub(splat(1), update) : update;
}

/** z += Γ_r ∗ q. */
function addReset(layer: Layer, row: i32, count: i32): void {
  const lane = laneBytes(layer);
  for (let end = row + count; row < end; row++) {
    const reset = gateRow(layer, row) + lane;
    const q = layer.operand + row * layer.stateStride;
    for (let u: usize = 0; u < lane; u += 16) {
      const z = reset + lane + u;
      v128.store(z, madd(v128.load(reset + u), v128.load(q + u), v128.load(z)));
    }
  }
}

/** RNN: ∂L/∂z in place of a; ∂L/∂a is used up. */
export function rnnBackward(layer: Layer, row: i32, b: i32, count: i32): void {
  const lane = laneBytes(layer);
  for (let end = row + count; row < end; row++, b++) {
    if (layer.masked && !load<u8>(layer.mask + row)) continue;
    const dh = layer.hiddenGradient + b * layer.stateStride;
    const above = layer.above + row * layer.stateStride;
    for (let u: usize = 0; u < lane; u += 16) {
      const da = f32x4.add(v128.load(dh + u), v128.load(above + u));
      v128.store(dh + u, splat(0));
      close(layer, layer.candidate, gateRow(layer, row) + u, da);
    }
  }
}

/** ∂L/∂z of update and candidate (resetting after: of the reset gate and of q too); what a_prev gets without a product. */
export function gruMixBack(layer: Layer, row: i32, b: i32, count: i32): void {
  for (let end = row + count; row < end; row++, b++) {
    if (layer.masked && !load<u8>(layer.mask + row)) continue;
    mixRowBack(layer, row, layer.hiddenGradient + b * layer.stateStride);
    if (layer.reset == 2) resetAfterRow(layer, row);
  }
}

function mixRowBack(layer: Layer, row: i32, dh: usize): void {
  const lane = laneBytes(layer);
  const update = gateRow(layer, row);
  const candidate = update + lane * (layer.gateCount - 1);
  const before = layer.hiddenStates + row * layer.stateStride;
  const above = layer.above + row * layer.stateStride;
  for (let u: usize = 0; u < lane; u += 16) {
    const da = f32x4.add(v128.load(dh + u), v128.load(above + u));
    const write = writes(layer, v128.load(update + u));
    v128.store(dh + u, f32x4.mul(da, f32x4.sub(splat(1), write)));
    const difference = f32x4.sub(v128.load(candidate + u), v128.load(before + u));
    const dUpdate = f32x4.mul(da, layer.keeps ? f32x4.neg(difference) : difference);
    close(layer, layer.candidate, candidate + u, f32x4.mul(da, write));
    close(layer, layer.gate, update + u, dUpdate);
  }
}

/** ∂Γ_r = ∂z ∗ q, ∂q = ∂z ∗ Γ_r. */
function resetAfterRow(layer: Layer, row: i32): void {
  const lane = laneBytes(layer);
  const reset = gateRow(layer, row) + lane;
  const q = layer.operand + row * layer.stateStride;
  for (let u: usize = 0; u < lane; u += 16) {
    const dz = v128.load(reset + lane + u);
    const dReset = f32x4.mul(dz, v128.load(q + u));
    v128.store(q + u, f32x4.mul(dz, v128.load(reset + u)));
    close(layer, layer.gate, reset + u, dReset);
  }
}

/** s = Γ_r ∗ a_prev has its gradient: ∂Γ_r = ∂s ∗ a_prev, ∂a_prev += ∂s ∗ Γ_r. */
export function gruResetBeforeBack(layer: Layer, row: i32, b: i32, count: i32): void {
  const lane = laneBytes(layer);
  for (let end = row + count; row < end; row++, b++) {
    const reset = gateRow(layer, row) + lane;
    const before = layer.hiddenStates + row * layer.stateStride;
    const ds = layer.operandGradient + b * layer.stateStride;
    const dh = layer.hiddenGradient + b * layer.stateStride;
    if (layer.masked && !load<u8>(layer.mask + row)) continue;
    for (let u: usize = 0; u < lane; u += 16) {
      const d = v128.load(ds + u);
      v128.store(dh + u, madd(d, v128.load(reset + u), v128.load(dh + u)));
      close(layer, layer.gate, reset + u, f32x4.mul(d, v128.load(before + u)));
    }
  }
}
