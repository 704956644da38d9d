import { gruGates, gruMix, gruMixBack, gruResetBeforeBack, rnnBackward, rnnForward } from './gru';
import {
  Layer,
  biasOf,
  gateRow,
  laneBytes,
  peepholesOf,
  recurrentBiasOf,
  recurrentWeights,
  weightStride,
} from './layer';
import { lstmBackward, lstmForward } from './lstm';
import { packColumns, packTransposed, spread } from './pack';
import { PANEL, product } from './products';

const GRU: i32 = 1;
const LSTM: i32 = 2;

/** Where share `part` of `parts` of `count` things begins. */
export function share(count: i32, part: i32, parts: i32): i32 {
  return (count * part) / parts;
}

/** Packs share `part` of a layer's weights, for the way `back` as well or not, and spreads its biases: once a step. */
export function packLayer(layer: Layer, back: bool, part: i32, parts: i32): void {
  const hidden = layer.hidden;
  const first = layer.firstGates;
  const weights = recurrentWeights(layer, layer.parameters);
  packBoth(layer, weights, hidden, first, layer.packedFirst, back ? layer.packedFirstBack : 0, part, parts);
  if (layer.reset) {
    const second = weights + ((first * hidden) << 2);
    packBoth(layer, second, hidden, 1, layer.packedSecond, back ? layer.packedSecondBack : 0, part, parts);
  }
  if (layer.dense) {
    const turned = back ? layer.packedInputBack : 0;
    packBoth(layer, layer.parameters, layer.inputs, layer.gateCount, layer.packedInput, turned, part, parts);
  }
  if (part == 0) spreadBiases(layer);
}

function spreadBiases(layer: Layer): void {
  const flat = layer.parameters;
  spread(biasOf(layer, flat), layer.gateCount, layer.hidden, layer.padded, layer.bias);
  if (layer.reset == 2) spread(recurrentBiasOf(layer, flat), 1, layer.hidden, layer.padded, layer.recurrentBias);
  if (layer.peephole) spread(peepholesOf(layer, flat), 3, layer.hidden, layer.padded, layer.peepholes);
}

/** Both forms of weights (rows × gates·n_a); the turned one is left out where nothing goes back (`back` = 0). */
function packBoth(
  layer: Layer,
  weights: usize,
  rows: i32,
  gates: i32,
  forward: usize,
  back: usize,
  part: i32,
  parts: i32,
): void {
  const stride = weightStride(layer);
  const hidden = layer.hidden;
  const padded = layer.padded;
  const panels = (gates * padded) / PANEL;
  packColumns(weights, stride, rows, hidden, padded, forward, share(panels, part, parts), share(panels, part + 1, parts));
  if (!back) return;
  const turned = (rows + PANEL - 1) / PANEL;
  const first = share(turned, part, parts);
  packTransposed(weights, stride, rows, gates, hidden, padded, back, first, share(turned, part + 1, parts));
}

/** All steps of the examples `first` to `end`. Examples do not see one another, so that threads can share them out. */
export function forwardLayer(layer: Layer, first: i32, end: i32): void {
  const count = end - first;
  if (count <= 0) return;
  if (layer.dense) addInput(layer, first, count);
  for (let t = 0; t < layer.steps; t++) {
    const row = t * layer.batch + first;
    if (!layer.dense) lookUp(layer, row, count);
    const before = layer.hiddenStates + row * layer.stateStride;
    const columns = layer.firstGates * layer.padded;
    multiply(layer, before, layer.packedFirst, gateRow(layer, row), columns, count);
    if (layer.kind == LSTM) lstmForward(layer, row, count);
    else if (layer.kind == GRU) gruForward(layer, row, count);
    else rnnForward(layer, row, count);
    if (layer.masked) skip(layer, row, count);
  }
}

/** z += left · W for `columns` columns. */
function multiply(layer: Layer, left: usize, packed: usize, z: usize, columns: i32, count: i32): void {
  product(left, layer.stateStride, packed, z, layer.gateStride, count, columns, layer.hidden, true);
}

function gruForward(layer: Layer, row: i32, count: i32): void {
  const state = row * layer.stateStride;
  gruGates(layer, row, count);
  if (layer.reset == 1) {
    const z = gateRow(layer, row) + laneBytes(layer) * 2;
    multiply(layer, layer.operand + state, layer.packedSecond, z, layer.padded, count);
  } else if (layer.reset == 2) {
    const q = layer.operand + state;
    fillRows(q, layer.stateStride, layer.recurrentBias, laneBytes(layer), count);
    const before = layer.hiddenStates + state;
    product(before, layer.stateStride, layer.packedSecond, q, layer.stateStride, count, layer.padded, layer.hidden, true);
  }
  gruMix(layer, row, count);
}

/** Rows := `bytes` bytes of `from`, a multiple of 16. */
function fillRows(to: usize, stride: usize, from: usize, bytes: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    memory.copy(to, from, bytes);
    to += stride;
  }
}

/** z := b + W_x x. All examples at once where one thread has them all: it is one product over all steps. */
function addInput(layer: Layer, first: i32, count: i32): void {
  const whole = count == layer.batch;
  const rows = whole ? count * layer.steps : count;
  const columns = layer.gateCount * layer.padded;
  const runs = whole ? 1 : layer.steps;
  for (let t = 0; t < runs; t++) {
    const row = t * layer.batch + first;
    const z = gateRow(layer, row);
    fillRows(z, layer.gateStride, layer.bias, columns << 2, rows);
    const x = layer.input + row * layer.inputStride;
    product(x, layer.inputStride, layer.packedInput, z, layer.gateStride, rows, columns, layer.inputs, true);
  }
}

/** z := b + W_x x for one-hot x: a row of W_x. */
function lookUp(layer: Layer, row: i32, count: i32): void {
  const stride = weightStride(layer);
  const lane = laneBytes(layer);
  const gates = layer.gateCount;
  const tight = layer.hidden == layer.padded;
  for (let end = row + count; row < end; row++) {
    const weights = layer.parameters + load<i32>(layer.ids + (row << 2)) * stride;
    const z = gateRow(layer, row);
    if (tight) {
      for (let u: usize = 0; u < stride; u += 16) {
        v128.store(z + u, f32x4.add(v128.load(layer.bias + u), v128.load(weights + u)));
      }
      continue;
    }
    memory.copy(z, layer.bias, lane * gates);
    for (let gate = 0; gate < gates; gate++) addNumbers(z + gate * lane, weights + ((gate * layer.hidden) << 2), layer.hidden);
  }
}

/** to += from, any count. */
export function addNumbers(to: usize, from: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    store<f32>(to, load<f32>(to) + load<f32>(from));
    to += 4;
    from += 4;
  }
}

/** Where the mask is 0 the state before becomes the state after. */
function skip(layer: Layer, row: i32, count: i32): void {
  const step = layer.batch * layer.stateStride;
  for (let end = row + count; row < end; row++) {
    if (load<u8>(layer.mask + row)) continue;
    const before = row * layer.stateStride;
    memory.copy(layer.hiddenStates + before + step, layer.hiddenStates + before, laneBytes(layer));
    if (layer.kind == LSTM) {
      memory.copy(layer.cellStates + before + step, layer.cellStates + before, laneBytes(layer));
    }
  }
}

/** All steps of the examples `first` to `end` back: ∂L/∂z, ∂L/∂x, ∂L/∂ of the initial state. */
export function backwardLayer(layer: Layer, first: i32, end: i32): void {
  const count = end - first;
  if (count <= 0) return;
  for (let t = layer.steps - 1; t >= 0; t--) {
    const row = t * layer.batch + first;
    if (layer.masked) skipBack(layer, row, first, count);
    if (layer.kind == LSTM) lstmBackward(layer, row, first, count);
    else if (layer.kind == GRU) gruMixBack(layer, row, first, count);
    else rnnBackward(layer, row, first, count);
    if (layer.reset) gruSecondBack(layer, row, first, count);
    const columns = layer.firstGates * layer.padded;
    const into = layer.hiddenGradient + first * layer.stateStride;
    multiplyBack(layer, gateRow(layer, row), layer.gateStride, layer.packedFirstBack, into, columns, count, true);
  }
  if (layer.inputGradient) inputBack(layer, first, count);
}

/** into (count × n_a) = [into +] right · Wᵀ. */
function multiplyBack(
  layer: Layer,
  right: usize,
  stride: usize,
  packed: usize,
  into: usize,
  columns: i32,
  count: i32,
  add: bool,
): void {
  product(right, stride, packed, into, layer.stateStride, count, layer.padded, columns, add);
}

/** Back through the candidate's own product of a full GRU. */
function gruSecondBack(layer: Layer, row: i32, b: i32, count: i32): void {
  const lanes = layer.padded;
  const packed = layer.packedSecondBack;
  if (layer.reset == 1) {
    const into = layer.operandGradient + b * layer.stateStride;
    const dz = gateRow(layer, row) + laneBytes(layer) * 2;
    multiplyBack(layer, dz, layer.gateStride, packed, into, lanes, count, false);
    gruResetBeforeBack(layer, row, b, count);
  } else {
    const dq = layer.operand + row * layer.stateStride;
    const into = layer.hiddenGradient + b * layer.stateStride;
    multiplyBack(layer, dq, layer.stateStride, packed, into, lanes, count, true);
  }
}

/** Where the mask is 0 nothing was computed, and what reached the state goes on to the one before. */
function skipBack(layer: Layer, row: i32, b: i32, count: i32): void {
  const lane = laneBytes(layer);
  for (let end = row + count; row < end; row++, b++) {
    if (load<u8>(layer.mask + row)) continue;
    memory.fill(gateRow(layer, row), 0, lane * layer.gateCount);
    if (layer.reset) memory.fill(layer.operand + row * layer.stateStride, 0, lane);
    const dh = layer.hiddenGradient + b * layer.stateStride;
    const above = layer.above + row * layer.stateStride;
    for (let u: usize = 0; u < lane; u += 16) {
      v128.store(dh + u, f32x4.add(v128.load(dh + u), v128.load(above + u)));
    }
  }
}

/** ∂L/∂x = ∂L/∂z · W_xᵀ. */
function inputBack(layer: Layer, first: i32, count: i32): void {
  const whole = count == layer.batch;
  const rows = whole ? count * layer.steps : count;
  const columns = (layer.inputs + PANEL - 1) & ~(PANEL - 1);
  const depth = layer.gateCount * layer.padded;
  const runs = whole ? 1 : layer.steps;
  for (let t = 0; t < runs; t++) {
    const row = t * layer.batch + first;
    const into = layer.inputGradient + row * layer.inputGradientStride;
    product(gateRow(layer, row), layer.gateStride, layer.packedInputBack, into, layer.inputGradientStride, rows, columns, depth, false);
  }
}
