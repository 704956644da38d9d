import { Model } from './model';
import { share } from './sequence';
import { splat } from './vector';

/** Numbers whose squares are summed at a time; the sums are added in order, so that the norm does not depend on threads. */
const BLOCK: i32 = 4096;

/** Σ g² of blocks `part`, `part + parts` …, each in double precision. */
export function squares(model: Model, part: i32, parts: i32): void {
  const blocks = (model.parameterCount + BLOCK - 1) / BLOCK;
  for (let block = part; block < blocks; block += parts) {
    const first = block * BLOCK;
    const end = min(model.parameterCount, first + BLOCK);
    store<f64>(model.blockSums + (block << 3), blockSquares(model.gradients, first, end));
  }
}

/** Behind the last parameter stand zeros, up to a whole vector. */
function blockSquares(gradients: usize, first: i32, end: i32): f64 {
  let low = f64x2.splat(0);
  let high = low;
  for (let i = first; i < end; i += 4) {
    const g = v128.load(gradients + (i << 2));
    const a = f64x2.promote_low_f32x4(g);
    const b = f64x2.promote_low_f32x4(v128.shuffle<f32>(g, g, 2, 3, 2, 3));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Loss and right rows, added in order. */
export function sumRows(model: Model): void {
  let loss: f64 = 0;
  let right: f64 = 0;
  for (let i = 0; i < model.askedCount; i++) {
    const row = load<i32>(model.asked + (i << 2));
    loss += load<f64>(model.rowLoss + (row << 3));
    right += <f64>load<i32>(model.rowRight + (row << 2));
  }
  store<f64>(model.results, loss / <f64>max(1, model.askedCount));
  store<f64>(model.results, right, 8);
}

/** Σ g², added in order. */
export function sumSquares(model: Model): void {
  let total: f64 = 0;
  const blocks = (model.parameterCount + BLOCK - 1) / BLOCK;
  for (let block = 0; block < blocks; block++) total += load<f64>(model.blockSums + (block << 3));
  store<f64>(model.results, total, 16);
}

// @ts-ignore: decorator
@inline
function coefficient(model: Model, index: i32): v128 {
  return v128.load32_splat(model.coefficients + (index << 2));
}

/** The optimiser's step on share `part` of the parameters. Coefficients: clip scale, step size, then the rule's own. */
export function updateParameters(model: Model, part: i32, parts: i32): void {
  const vectors = model.parameterCount >> 2;
  const first = share(vectors, part, parts) << 4;
  const count = (share(vectors, part + 1, parts) << 4) - first;
  const second = model.moments + (model.parameterCount << 2);
  rule(model, model.parameters + first, model.gradients + first, model.moments + first, second + first, count);
  if (part == 0 && model.parameterCount & 3) updateTail(model, vectors << 4, second);
}

/** The last one to three parameters, aside: the moments stand end to end, and a whole vector would reach into the next. */
function updateTail(model: Model, first: usize, second: usize): void {
  const bytes = (model.parameterCount & 3) << 2;
  const tail = model.tail;
  const moments = model.optimizer == 3 ? 2 : min(1, model.optimizer);
  memory.fill(tail, 0, 64);
  memory.copy(tail, model.parameters + first, bytes);
  memory.copy(tail + 16, model.gradients + first, bytes);
  if (moments > 0) memory.copy(tail + 32, model.moments + first, bytes);
  if (moments > 1) memory.copy(tail + 48, second + first, bytes);
  rule(model, tail, tail + 16, tail + 32, tail + 48, 16);
  memory.copy(model.parameters + first, tail, bytes);
  memory.copy(model.gradients + first, tail + 16, bytes);
  if (moments > 0) memory.copy(model.moments + first, tail + 32, bytes);
  if (moments > 1) memory.copy(second + first, tail + 48, bytes);
}

/** `bytes` bytes of parameters p, gradients g and moments m, v. */
function rule(model: Model, p: usize, g: usize, m: usize, v: usize, bytes: i32): void {
  if (load<f32>(model.coefficients) < 1) scaleGradients(model, g, bytes);
  if (model.optimizer == 0) sgd(model, p, g, bytes);
  else if (model.optimizer == 1) momentum(model, p, g, m, bytes);
  else if (model.optimizer == 2) rmsprop(model, p, g, m, bytes);
  else adam(model, p, g, m, v, bytes);
}

function scaleGradients(model: Model, g: usize, bytes: i32): void {
  const scale = coefficient(model, 0);
  for (let i = 0; i < bytes; i += 16) v128.store(g + i, f32x4.mul(v128.load(g + i), scale));
}

/** θ ← θ − α·g. */
function sgd(model: Model, p: usize, g: usize, bytes: i32): void {
  const rate = coefficient(model, 1);
  for (let i = 0; i < bytes; i += 16) {
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(rate, v128.load(g + i))));
  }
}

/** v ← µ·v + g, θ ← θ − α·v. */
function momentum(model: Model, p: usize, g: usize, m: usize, bytes: i32): void {
  const rate = coefficient(model, 1);
  const decay = coefficient(model, 2);
  for (let i = 0; i < bytes; i += 16) {
    const v = f32x4.add(f32x4.mul(decay, v128.load(m + i)), v128.load(g + i));
    v128.store(m + i, v);
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(rate, v)));
  }
}

/** s ← ρ·s + (1 − ρ)·g², θ ← θ − α·g / (√s + ε). */
function rmsprop(model: Model, p: usize, g: usize, m: usize, bytes: i32): void {
  const rate = coefficient(model, 1);
  const decay = coefficient(model, 2);
  const rest = coefficient(model, 3);
  const epsilon = coefficient(model, 4);
  for (let i = 0; i < bytes; i += 16) {
    const d = v128.load(g + i);
    const s = f32x4.add(f32x4.mul(decay, v128.load(m + i)), f32x4.mul(f32x4.mul(rest, d), d));
    v128.store(m + i, s);
    const move = f32x4.div(f32x4.mul(rate, d), f32x4.add(f32x4.sqrt(s), epsilon));
    v128.store(p + i, f32x4.sub(v128.load(p + i), move));
  }
}

/** m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², θ ← θ − α′·m / (√v / √(1 − β₂ᵗ) + ε), α′ = α / (1 − β₁ᵗ). */
function adam(model: Model, p: usize, g: usize, m: usize, v: usize, bytes: i32): void {
  const rate = coefficient(model, 1);
  const beta1 = coefficient(model, 2);
  const rest1 = coefficient(model, 3);
  const beta2 = coefficient(model, 4);
  const rest2 = coefficient(model, 5);
  const rootCorrection = coefficient(model, 6);
  const epsilon = coefficient(model, 7);
  for (let i = 0; i < bytes; i += 16) {
    const d = v128.load(g + i);
    const first = f32x4.add(f32x4.mul(beta1, v128.load(m + i)), f32x4.mul(rest1, d));
    const second = f32x4.add(f32x4.mul(beta2, v128.load(v + i)), f32x4.mul(f32x4.mul(rest2, d), d));
    v128.store(m + i, first);
    v128.store(v + i, second);
    const root = f32x4.add(f32x4.mul(f32x4.sqrt(second), rootCorrection), epsilon);
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.div(f32x4.mul(rate, first), root)));
  }
}
