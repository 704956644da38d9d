import { Layer } from './layer';
import { Model } from './model';
import { addNumbers, backwardLayer, forwardLayer } from './sequence';

/*
 * The stack of layers. One that reads both ways has two records, each with its rows in its own order of computation: step t
 * of the one that goes backward is row T − 1 − t. What it hands on is both states of a step, side by side or added. Examples
 * do not see one another here either.
 */

export function layerAt(model: Model, index: i32): Layer {
  return changetype<Layer>(model.layers + index * model.layerBytes);
}

/** All layers, from the bottom, for the examples `first` to `end`. */
export function forwardLayers(model: Model, first: i32, end: i32): void {
  for (let i = 0; i < model.layerCount; i++) {
    forwardLayer(layerAt(model, i), first, end);
    if (model.directions == 2 && (i & 1) == 1) handOn(model, i - 1, first, end);
  }
}

/** All layers back, from the top: `outputGradient` is known. */
export function backwardLayers(model: Model, first: i32, end: i32): void {
  for (let i = model.layerCount - 1; i >= 0; i--) {
    if (model.directions == 2 && (i & 1) == 1) takeBack(model, i - 1, first, end);
    backwardLayer(layerAt(model, i), first, end);
  }
}

/** Both states of the layer whose records begin at `index`, to the layer above, which reads them in both orders. */
function handOn(model: Model, index: i32, first: i32, end: i32): void {
  if (index + 2 == model.layerCount) {
    merge(model, index, model.output, model.outputStride, false, first, end);
    return;
  }
  for (let above = index + 2; above < index + 4; above++) {
    const layer = layerAt(model, above);
    merge(model, index, layer.input, layer.inputStride, (above & 1) == 1, first, end);
  }
}

/** Rows of both states, in order of time or, `turned`, against it. */
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
  const back = layerAt(model, index + 1);
  const batch = forward.batch;
  const bytes = forward.hidden << 2;
  for (let row = 0; row < model.rows; row += batch) {
    const other = model.rows - batch - row;
    for (let b = first; b < end; b++) {
      const at = to + ((turned ? other : row) + b) * stride;
      const later = back.hiddenStates + (batch + other + b) * back.stateStride;
      memory.copy(at, forward.hiddenStates + (batch + row + b) * forward.stateStride, bytes);
      if (model.sideBySide) memory.copy(at + bytes, later, bytes);
      else addNumbers(at, later, forward.hidden);
    }
  }
}

/** ∂L/∂a of both directions: what came back to the softmax, or to both directions of the layer above. */
function takeBack(model: Model, index: i32, first: i32, end: i32): void {
  const forward = layerAt(model, index);
  const back = layerAt(model, index + 1);
  const top = index + 2 == model.layerCount;
  const batch = forward.batch;
  const stride = top ? model.outputStride : layerAt(model, index + 2).inputGradientStride;
  const source = top ? model.outputGradient : layerAt(model, index + 2).inputGradient;
  const turned = top ? 0 : layerAt(model, index + 3).inputGradient;
  const shift = model.sideBySide ? forward.hidden << 2 : 0;
  for (let row = 0; row < model.rows; row += batch) {
    const other = model.rows - batch - row;
    for (let b = first; b < end; b++) {
      const one = source + (row + b) * stride;
      const two = turned ? turned + (other + b) * stride : 0;
      take(forward, row + b, one, two);
      take(back, other + b, one + shift, two ? two + shift : 0);
    }
  }
}

/** ∂L/∂a of a row is `one`, and `two` where there is a second reader. */
function take(layer: Layer, row: i32, one: usize, two: usize): void {
  const above = layer.above + row * layer.stateStride;
  memory.copy(above, one, layer.hidden << 2);
  if (two) addNumbers(above, two, layer.hidden);
}
