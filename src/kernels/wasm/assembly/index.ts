import { activate, derivative } from './activations';
import { backwardLayers, forwardLayers, layerAt } from './directions';
import { gradientsLayer } from './gradients';
import { head, listAsked, packHead, score } from './head';
import { Layer } from './layer';
import { Model } from './model';
import { squares, sumRows, sumSquares, updateParameters } from './optimizer';
import { backwardLayer, forwardLayer, packLayer, share } from './sequence';
import { barrier } from './threads';

/** First byte that a plan may use. */
export function heapBase(): usize {
  return __heap_base;
}

/** Examples are shared out four by four, as the tiles take them. */
function firstExample(model: Model, part: i32): i32 {
  return min(model.batch, share((model.batch + 3) >> 2, part, model.threads) << 2);
}

/** Loss and all gradients; Σ g² too. Every thread calls it with its number. */
export function pass(model: Model, part: i32): void {
  const parts = model.threads;
  forward(model, true, part);
  head(model, part, parts);
  barrier(model);
  backwardLayers(model, firstExample(model, part), firstExample(model, part + 1));
  barrier(model);
  const scratch = model.scratch + part * model.scratchBytes;
  for (let i = 0; i < model.layerCount; i++) gradientsLayer(layerAt(model, i), scratch, part, parts);
  barrier(model);
  squares(model, part, parts);
  barrier(model);
  if (part != 0) return;
  sumRows(model);
  sumSquares(model);
}

/** Loss alone: nothing of the way back is packed or computed. Every thread calls it with its number. */
export function evaluate(model: Model, part: i32): void {
  forward(model, false, part);
  score(model, part, model.threads);
  if (part == 0) sumRows(model);
}

/** Packs the weights, for the way `back` as well or not, and runs all layers. All threads come in and leave together. */
function forward(model: Model, back: bool, part: i32): void {
  const parts = model.threads;
  for (let i = 0; i < model.layerCount; i++) packLayer(layerAt(model, i), back, part, parts);
  packHead(model, back, part, parts);
  if (part == 0) listAsked(model);
  barrier(model);
  forwardLayers(model, firstExample(model, part), firstExample(model, part + 1));
  barrier(model);
}

/** The optimiser's step, after `pass`. */
export function update(model: Model, part: i32): void {
  updateParameters(model, part, model.threads);
  barrier(model);
}

/** One layer alone: forward. */
export function sequenceForward(layer: Layer): void {
  packLayer(layer, true, 0, 1);
  forwardLayer(layer, 0, layer.batch);
}

/** One layer alone: back, after `sequenceForward`. */
export function sequenceBackward(layer: Layer, scratch: usize): void {
  backwardLayer(layer, 0, layer.batch);
  gradientsLayer(layer, scratch, 0, 1);
}

/** y = g(z) for `count` numbers (a multiple of four): for tests and figures of the error. */
export function activateAll(code: i32, z: usize, y: usize, count: i32): void {
  for (let i = 0; i < count << 2; i += 16) v128.store(y + i, activate(code, v128.load(z + i)));
}

/** g′(z) likewise. */
export function derivativeAll(code: i32, z: usize, y: usize, out: usize, count: i32): void {
  for (let i = 0; i < count << 2; i += 16) {
    v128.store(out + i, derivative(code, v128.load(z + i), v128.load(y + i)));
  }
}

/**
 * Blocks of `width` numbers between a tight array and rows `stride` bytes apart, `rows` rows a block; with `reverse` the
 * first block of one is the last of the other. `out` = 1 copies towards the tight array.
 */
export function copyBlocks(
  tight: usize,
  padded: usize,
  blocks: i32,
  rows: i32,
  width: i32,
  stride: i32,
  reverse: bool,
  out: bool,
): void {
  const bytes = width << 2;
  for (let block = 0; block < blocks; block++) {
    const at = reverse ? blocks - 1 - block : block;
    for (let row = 0; row < rows; row++) {
      const a = tight + (block * rows + row) * bytes;
      const b = padded + (at * rows + row) * stride;
      if (out) memory.copy(a, b, bytes);
      else memory.copy(b, a, bytes);
    }
  }
}
