import {
  Layer,
  biasOf,
  columnCount,
  laneBytes,
  peepholesOf,
  recurrentBiasOf,
  recurrentWeights,
  weightStride,
} from './layer';
import { PANEL, columnSums, transposedProduct } from './products';
import { share } from './sequence';

/*
 * Gradients of a layer's parameters, after its backward pass: each is one product over all steps and examples. Threads share
 * out columns, so that every sum is one thread's and has the same bits however many there are.
 */

/** Share `part` of `parts` of all parameter gradients. */
export function gradientsLayer(layer: Layer, scratch: usize, part: i32, parts: i32): void {
  const rows = layer.steps * layer.batch;
  const recurrent = recurrentWeights(layer, layer.gradients);
  const before = layer.hiddenStates;
  const stride = layer.stateStride;
  weights(layer, before, stride, layer.hidden, layer.gates, layer.gateStride, layer.firstGates, recurrent, scratch, part, parts);
  if (layer.reset) {
    const into = recurrent + ((layer.firstGates * layer.hidden) << 2);
    const left = layer.reset == 1 ? layer.operand : before;
    const right = layer.reset == 1 ? layer.gates + laneBytes(layer) * 2 : layer.operand;
    const rightStride = layer.reset == 1 ? layer.gateStride : stride;
    weights(layer, left, stride, layer.hidden, right, rightStride, 1, into, scratch, part, parts);
  }
  if (layer.dense) {
    weights(layer, layer.input, layer.inputStride, layer.inputs, layer.gates, layer.gateStride, layer.gateCount, layer.gradients, scratch, part, parts);
  } else scatter(layer, part, parts);
  biases(layer, rows, part, parts);
}

/** left (rows × m)ᵀ · right (rows × gates·padded) into columns of the gradient, gate by gate. */
function weights(
  layer: Layer,
  left: usize,
  leftStride: usize,
  m: i32,
  right: usize,
  rightStride: usize,
  gates: i32,
  into: usize,
  scratch: usize,
  part: i32,
  parts: i32,
): void {
  const rows = layer.steps * layer.batch;
  const tight = layer.hidden == layer.padded;
  const runs = tight ? 1 : gates;
  const width = tight ? gates * layer.hidden : layer.hidden;
  const panels = (width + PANEL - 1) / PANEL;
  const first = share(panels, part, parts) * PANEL;
  const end = min(width, share(panels, part + 1, parts) * PANEL);
  if (end <= first) return;
  for (let run = 0; run < runs; run++) {
    const from = right + run * laneBytes(layer) + (first << 2);
    const to = into + ((run * layer.hidden + first) << 2);
    transposedProduct(rows, left, leftStride, m, from, rightStride, end - first, to, weightStride(layer), scratch, false);
  }
}

/** ∂L/∂W_x of one-hot inputs: only rows that were looked up learn. */
function scatter(layer: Layer, part: i32, parts: i32): void {
  const tight = layer.hidden == layer.padded;
  const runs = tight ? 1 : layer.gateCount;
  const width = tight ? columnCount(layer) : layer.hidden;
  const panels = (width + PANEL - 1) / PANEL;
  const first = share(panels, part, parts) * PANEL;
  const end = min(width, share(panels, part + 1, parts) * PANEL);
  if (end <= first) return;
  for (let run = 0; run < runs; run++) {
    const from = layer.gates + run * laneBytes(layer) + (first << 2);
    const to = layer.gradients + ((run * layer.hidden + first) << 2);
    zeroColumns(layer, to, end - first);
    if (tight) addRows(layer, from, to, end - first);
    else addPartRows(layer, from, to, end - first);
  }
}

function zeroColumns(layer: Layer, to: usize, width: i32): void {
  const stride = weightStride(layer);
  if (<usize>(width << 2) == stride) {
    memory.fill(to, 0, stride * layer.inputs);
    return;
  }
  for (let row = 0; row < layer.inputs; row++) memory.fill(to + row * stride, 0, width << 2);
}

/** Whole panels. */
function addRows(layer: Layer, from: usize, into: usize, width: i32): void {
  const stride = weightStride(layer);
  const bytes = width << 2;
  for (let row = 0; row < layer.steps * layer.batch; row++) {
    const to = into + load<i32>(layer.ids + (row << 2)) * stride;
    for (let u: i32 = 0; u < bytes; u += 16) {
      v128.store(to + u, f32x4.add(v128.load(to + u), v128.load(from + u)));
    }
    from += layer.gateStride;
  }
}

function addPartRows(layer: Layer, from: usize, into: usize, width: i32): void {
  const stride = weightStride(layer);
  for (let row = 0; row < layer.steps * layer.batch; row++) {
    const to = into + load<i32>(layer.ids + (row << 2)) * stride;
    for (let u = 0; u < width; u++) {
      store<f32>(to + (u << 2), load<f32>(to + (u << 2)) + load<f32>(from + (u << 2)));
    }
    from += layer.gateStride;
  }
}

/** ∂L/∂b, ∂L/∂b_hc, ∂L/∂p: whole lanes, shared out among the threads. */
function biases(layer: Layer, rows: i32, part: i32, parts: i32): void {
  const hidden = layer.hidden;
  const lane = laneBytes(layer);
  for (let gate = 0; gate < layer.gateCount; gate++) {
    if (gate % parts != part) continue;
    const into = biasOf(layer, layer.gradients) + ((gate * hidden) << 2);
    columnSums(layer.gates + gate * lane, layer.gateStride, rows, hidden, into, false);
  }
  if (layer.reset == 2 && part == 0) {
    columnSums(layer.operand, layer.stateStride, rows, hidden, recurrentBiasOf(layer, layer.gradients), false);
  }
  if (layer.peephole) peepholes(layer, rows, part, parts);
}

/** ∂L/∂p = Σ ∂L/∂z ∗ c: Γ_f and Γ_u look at c_prev, Γ_o at c. */
function peepholes(layer: Layer, rows: i32, part: i32, parts: i32): void {
  const now = layer.cellStates + layer.batch * layer.stateStride;
  const into = peepholesOf(layer, layer.gradients);
  for (let index = 0; index < 3; index++) {
    if (index % parts != part) continue;
    const gate = index == 2 ? 3 : index;
    const cell = index == 2 ? now : layer.cellStates;
    productSums(layer, layer.gates + gate * laneBytes(layer), cell, rows, into + ((index * layer.hidden) << 2));
  }
}

function productSums(layer: Layer, dz: usize, cell: usize, rows: i32, into: usize): void {
  for (let u = 0; u < layer.hidden; u++) {
    let sum: f64 = 0;
    let a = dz + (u << 2);
    let b = cell + (u << 2);
    for (let row = 0; row < rows; row++) {
      sum += <f64>load<f32>(a) * <f64>load<f32>(b);
      a += layer.gateStride;
      b += layer.stateStride;
    }
    store<f32>(into + (u << 2), <f32>sum);
  }
}
