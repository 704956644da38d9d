/** One layer in one direction: sizes, codes and addresses. Written by ../plan.ts in this order; rows are in order of computation. */
@unmanaged
export class Layer {
  /** 0 RNN, 1 GRU, 2 LSTM. */
  kind: i32;
  gateCount: i32;
  /** Gates whose recurrent operand is a_prev and whose product goes straight into z: all but a full GRU's candidate. */
  firstGates: i32;
  /** Activation codes. */
  gate: i32;
  candidate: i32;
  output: i32;
  /** Full GRU: 1 resets before the product, 2 after it; else 0. */
  reset: i32;
  keeps: i32;
  peephole: i32;
  inputs: i32;
  hidden: i32;
  /** `hidden` rounded up to whole panels: every lane of a gate has this many numbers. */
  padded: i32;
  steps: i32;
  batch: i32;
  dense: i32;
  masked: i32;
  /** Bytes from row to row. */
  gateStride: i32;
  stateStride: i32;
  inputStride: i32;
  inputGradientStride: i32;
  /** Flat, in the order of `cellSlots`. */
  parameters: usize;
  gradients: usize;
  packedFirst: usize;
  packedFirstBack: usize;
  packedSecond: usize;
  packedSecondBack: usize;
  packedInput: usize;
  packedInputBack: usize;
  bias: usize;
  recurrentBias: usize;
  peepholes: usize;
  /** (T, B) ids, or (T, B, n_x). */
  ids: usize;
  input: usize;
  mask: usize;
  /** (1 + T, B): the initial state, then each step's. */
  hiddenStates: usize;
  cellStates: usize;
  /** LSTM: g(c), what Γ_o lets out. */
  shown: usize;
  /** z, then Γ; after the backward pass ∂L/∂z. */
  gates: usize;
  /** z, for activations whose derivative needs it; else 0. */
  pre: usize;
  /** Full GRU: Γ_r ∗ a_prev, or W_c a_prev + b_hc; after the backward pass of the latter its gradient. */
  operand: usize;
  /** ∂L/∂a from above (T, B). */
  above: usize;
  /** ∂L/∂a and ∂L/∂c on their way back (B). */
  hiddenGradient: usize;
  cellGradient: usize;
  operandGradient: usize;
  /** ∂L/∂x (T, B), or 0. */
  inputGradient: usize;
}

/** Bytes of one gate's lane in a row. */
// @ts-ignore: decorator
@inline
export function laneBytes(layer: Layer): usize {
  return layer.padded << 2;
}

/** Row `row` of the gates. */
// @ts-ignore: decorator
@inline
export function gateRow(layer: Layer, row: i32): usize {
  return layer.gates + row * layer.gateStride;
}

/** What has to be added to an address in `gates` to find its z in `pre`. */
// @ts-ignore: decorator
@inline
export function preShift(layer: Layer): usize {
  return layer.pre ? layer.pre - layer.gates : 0;
}

// @ts-ignore: decorator
@inline
export function columnCount(layer: Layer): i32 {
  return layer.gateCount * layer.hidden;
}

/** Bytes from row to row of the weights. */
// @ts-ignore: decorator
@inline
export function weightStride(layer: Layer): usize {
  return columnCount(layer) << 2;
}

/** Addresses inside flat parameters, or gradients, of this layer. */
// @ts-ignore: decorator
@inline
export function recurrentWeights(layer: Layer, flat: usize): usize {
  return flat + layer.inputs * weightStride(layer);
}

// @ts-ignore: decorator
@inline
export function biasOf(layer: Layer, flat: usize): usize {
  return flat + (layer.inputs + layer.hidden) * weightStride(layer);
}

// @ts-ignore: decorator
@inline
export function recurrentBiasOf(layer: Layer, flat: usize): usize {
  return biasOf(layer, flat) + weightStride(layer);
}

/** A cell has a recurrent bias or peepholes, never both. */
// @ts-ignore: decorator
@inline
export function peepholesOf(layer: Layer, flat: usize): usize {
  return biasOf(layer, flat) + weightStride(layer);
}
