import { Model } from './model';

/* Dropout, with the masks of models/cells/dropout.ts. */

/** Key of the layer whose records begin at `index`. */
export function layerKey(model: Model, index: i32): u32 {
  return pcg(<u32>(index / model.directions) + model.thinKey);
}

/** `count` values, the first of them number `index` of its layer: left out, or scaled up. */
export function thin(model: Model, key: u32, index: u32, at: usize, count: i32): void {
  const limit = model.thinLimit;
  const kept = model.thinKept;
  for (let i = 0; i < count; i++) {
    const word = pcg(index + i + key);
    store<f32>(at, word < limit ? 0 : load<f32>(at) * kept);
    at += 4;
  }
}

function pcg(value: u32): u32 {
  const state = value * 747796405 + 2891336453;
  const word = ((state >> ((state >> 28) + 4)) ^ state) * 277803737;
  return (word >> 22) ^ word;
}
