import { Layer } from './layer';
import { Model } from './model';
import { addNumbers, backwardLayer, forwardLayer } from './sequence';
import { layerKey, thin } from './thinning';

/*
 * The stack of layers. One that reads both ways has two records, each with its rows in its own order of computation: step t
 * of the one that goes backward is row T − 1 − t. What it hands on is both states of a step, side by side or added. One that
 * reads forward hands on its states where they stand, or with dropout a copy. Examples do not see one another here either.
 */

export function layerAt(model: Model, index: i32): Layer {
  return changetype<Layer>(model.layers + index * model.layerBytes);
}

/** All layers, from the bottom, for the examples `first` to `end`. */
export function forwardLayers(model: Model, first: i32, end: i32): void {
  for (let i = 0; i < model.layerCount; i++) {
    forwardLayer(layerAt(model, i), first, end);
    if (isLast(model, i)) handOn(model, i + 1 - model.directions, first, end);
  }
}

/** All layers back, from the top: `outputGradient` is known. */
export function backwardLayers(model: Model, first: i32, end: i32): void {
  for (let i = model.layerCount - 1; i >= 0; i--) {
    if (isLast(model, i)) takeBack(model, i + 1 - model.directions, first, end);
    backwardLayer(layerAt(model, i), first, end);
  }
}

/** Whether all of a layer is computed with record `i`, and what it hands on is a copy. */
function isLast(model: Model, i: i32): bool {
  return model.directions == 2 ? (i & 1) == 1 : model.thins == 1;
}

/** The states of the layer whose records begin at `index`, to the layer above, each direction of which reads them in its order. */
function handOn(model: Model, index: i32, first: i32, end: i32): void {
  const above = index + model.directions;
  if (above == model.layerCount) {
    merge(model, index, model.output, model.outputStride, false, first, end);
    return;
  }
  for (let direction = 0; direction < model.directions; direction++) {
    const layer = layerAt(model, above + direction);
    merge(model, index, layer.input, layer.inputStride, direction == 1, first, end);
  }
}

/** Rows of a layer's states, thinned out, in order of time or, `turned`, against it. */
function merge(
  model: Model,
  index: i32,
  to: usize,
  stride: usize,
  turned: bool,
  first: i32,
  end: i32,
): void {
  const forward = layerAt(model, index);
  const back = layerAt(model, index + model.directions - 1);
  const batch = forward.batch;
  const bytes = forward.hidden << 2;
  const key = layerKey(model, index);
  for (let row = 0; row < model.rows; row += batch) {
    const other = model.rows - batch - row;
    for (let b = first; b < end; b++) {
      const at = to + ((turned ? other : row) + b) * stride;
      memory.copy(at, forward.hiddenStates + (batch + row + b) * forward.stateStride, bytes);
      if (model.directions == 2) {
        const later = back.hiddenStates + (batch + other + b) * back.stateStride;
        if (model.sideBySide) memory.copy(at + bytes, later, bytes);
        else addNumbers(at, later, forward.hidden);
      }
      if (model.thinLimit) thin(model, key, (row + b) * model.width, at, model.width);
    }
  }
}

/** ∂L/∂a of all directions: what came back to the softmax, or to the layer above, in its one order or both. */
function takeBack(model: Model, index: i32, first: i32, end: i32): void {
  const forward = layerAt(model, index);
  const back = layerAt(model, index + model.directions - 1);
  const above = index + model.directions;
  const top = above == model.layerCount;
  const batch = forward.batch;
  const stride = top ? model.outputStride : layerAt(model, above).inputGradientStride;
  const source = top ? model.outputGradient : layerAt(model, above).inputGradient;
  const turned = top || model.directions == 1 ? 0 : layerAt(model, above + 1).inputGradient;
  const shift = model.sideBySide ? forward.hidden << 2 : 0;
  const key = layerKey(model, index);
  for (let row = 0; row < model.rows; row += batch) {
    const other = model.rows - batch - row;
    for (let b = first; b < end; b++) {
      const one = source + (row + b) * stride;
      if (turned) addNumbers(one, turned + (other + b) * stride, model.width);
      if (model.thinLimit) thin(model, key, (row + b) * model.width, one, model.width);
      take(forward, row + b, one);
      if (model.directions == 2) take(back, other + b, one + shift);
    }
  }
}

/** ∂L/∂a of a row. */
function take(layer: Layer, row: i32, from: usize): void {
  memory.copy(layer.above + row * layer.stateStride, from, layer.hidden << 2);
}
