import { Model } from './model';
import { packColumns, packTransposed, spread } from './pack';
import { PANEL, columnSums, product, transposedProduct } from './products';
import { share } from './sequence';
import { barrier } from './threads';
import { exp, largestLane, splat, sumLanes } from './vector';

/*
 * ŷ = softmax(W_ya a + b_y) and its cross-entropy. Only rows with a target are computed; logits are kept for a chunk of rows,
 * so that they stay in the cache between one product and the next.
 */

export function packHead(model: Model, back: bool, part: i32, parts: i32): void {
  const stride = model.classes << 2;
  const panels = model.columns / PANEL;
  const first = share(panels, part, parts);
  const end = share(panels, part + 1, parts);
  packColumns(model.headWeights, stride, model.width, model.classes, model.columns, model.packedHead, first, end);
  if (part == 0) spread(model.headBias, 1, model.classes, model.columns, model.biasPadded);
  if (!back) return;
  const turned = model.padded / PANEL;
  const from = share(turned, part, parts);
  const to = share(turned, part + 1, parts);
  packTransposed(model.headWeights, stride, model.width, 1, model.classes, model.classes, model.packedHeadBack, from, to);
}

/** Lists the rows that have a target. */
export function listAsked(model: Model): void {
  let count = 0;
  for (let row = 0; row < model.rows; row++) {
    if (load<i32>(model.targets + (row << 2)) < 0) continue;
    store<i32>(model.asked + (count << 2), row);
    count++;
  }
  model.askedCount = count;
}

/** Loss, ∂L/∂W_y, ∂L/∂b_y and ∂L/∂ of what the top layer hands on. All threads come in and leave together. */
export function head(model: Model, part: i32, parts: i32): void {
  const stride = model.outputStride;
  const rows = model.rows;
  if (model.askedCount < rows) {
    const first = share(rows, part, parts);
    memory.fill(model.outputGradient + first * stride, 0, (share(rows, part + 1, parts) - first) * stride);
    barrier(model);
  }
  for (let first = 0; first < model.askedCount; first += model.chunk) {
    const count = min(model.chunk, model.askedCount - first);
    const from = firstRow(count, part, parts);
    const to = firstRow(count, part + 1, parts);
    if (to > from) answer(model, first, from, to - from);
    barrier(model);
    learn(model, count, first > 0, part, parts);
    barrier(model);
  }
  if (model.askedCount == 0 && part == 0) {
    memory.fill(model.headWeightsGradient, 0, (model.width * model.classes) << 2);
    memory.fill(model.headBiasGradient, 0, model.classes << 2);
  }
}

/** Loss alone. All threads come in and leave together. */
export function score(model: Model, part: i32, parts: i32): void {
  for (let first = 0; first < model.askedCount; first += model.chunk) {
    const count = min(model.chunk, model.askedCount - first);
    const from = firstRow(count, part, parts);
    const to = firstRow(count, part + 1, parts);
    if (to > from) scoreRows(model, first, from, to - from);
    barrier(model);
  }
}

/** Where a thread's share of `count` rows begins: four by four, as the tiles take them. */
function firstRow(count: i32, part: i32, parts: i32): i32 {
  return min(count, share((count + 3) >> 2, part, parts) << 2);
}

function scoreRows(model: Model, first: i32, from: i32, count: i32): void {
  const logits = computeLogits(model, first, from, count);
  const asked = model.asked + ((first + from) << 2);
  for (let i = 0; i < count; i++) lossOfRow(model, logits + i * (model.columns << 2), load<i32>(asked + (i << 2)));
}

/** Logits of rows `from` … of the chunk that begins at asked row `first`; their address. */
function computeLogits(model: Model, first: i32, from: i32, count: i32): usize {
  const stride = model.outputStride;
  const logitStride = model.columns << 2;
  const left = model.gathered + from * stride;
  const logits = model.logits + from * logitStride;
  const asked = model.asked + ((first + from) << 2);
  for (let i = 0; i < count; i++) {
    memory.copy(left + i * stride, model.output + load<i32>(asked + (i << 2)) * stride, model.padded << 2);
    memory.copy(logits + i * logitStride, model.biasPadded, logitStride);
  }
  product(left, stride, model.packedHead, logits, logitStride, count, model.columns, model.width, true);
  return logits;
}

/** Logits, loss and gradients of rows `from` … of the chunk that begins at asked row `first`. */
function answer(model: Model, first: i32, from: i32, count: i32): void {
  const stride = model.outputStride;
  const logitStride = model.columns << 2;
  const logits = computeLogits(model, first, from, count);
  const asked = model.asked + ((first + from) << 2);
  const scale = <f32>(1.0 / <f64>model.askedCount);
  for (let i = 0; i < count; i++) softmaxRow(model, logits + i * logitStride, load<i32>(asked + (i << 2)), scale);
  const back = model.gatheredGradient + from * stride;
  product(logits, logitStride, model.packedHeadBack, back, stride, count, model.padded, model.classes, false);
  for (let i = 0; i < count; i++) {
    memory.copy(model.outputGradient + load<i32>(asked + (i << 2)) * stride, back + i * stride, model.padded << 2);
  }
}

/** Logits of one row become scale · (p − y); its loss is noted. Padded columns stay 0. */
function softmaxRow(model: Model, row: usize, index: i32, scale: f32): void {
  const total = lossOfRow(model, row, index);
  const factor = splat(<f32>(<f64>scale / total));
  for (let u = 0; u < model.classes; u += 4) {
    const at = row + (u << 2);
    v128.store(at, f32x4.mul(v128.load(at), factor));
  }
  const at = row + (load<i32>(model.targets + (index << 2)) << 2);
  store<f32>(at, load<f32>(at) - scale);
}

/** Notes one row's loss and whether it is right. Its logits become their exponentials, whose sum comes back. */
function lossOfRow(model: Model, row: usize, index: i32): f64 {
  const classes = model.classes;
  const target = load<i32>(model.targets + (index << 2));
  const largest = rowMaximum(row, classes);
  const targetLogit = load<f32>(row + (target << 2));
  const right = targetLogit == largest && isFirst(row, target, largest);
  store<i32>(model.rowRight + (index << 2), right ? 1 : 0);
  const total = exponentials(row, classes, largest);
  store<f64>(model.rowLoss + (index << 3), <f64>largest - <f64>targetLogit + logarithm(total));
  return total;
}

/** The largest number. NaN is passed over (pmax is one instruction, max is eight): its exponential finds it again. */
export function rowMaximum(row: usize, classes: i32): f32 {
  let even = splat(-Infinity);
  let odd = even;
  let v = 0;
  for (; v + 8 <= classes; v += 8) {
    const at = row + (v << 2);
    even = f32x4.pmax(even, v128.load(at));
    odd = f32x4.pmax(odd, v128.load(at, 16));
  }
  let largest = largestLane(f32x4.pmax(even, odd));
  for (; v < classes; v++) {
    const z = load<f32>(row + (v << 2));
    if (z > largest) largest = z;
  }
  return largest;
}

/** Whether no earlier class has the same logit: the first of equals is the answer. */
function isFirst(row: usize, target: i32, largest: f32): bool {
  for (let v = 0; v < target; v++) if (load<f32>(row + (v << 2)) == largest) return false;
  return true;
}

/** z := e^(z − largest), and their sum: short runs in single precision, runs in double. Padded columns become 0. */
export function exponentials(row: usize, classes: i32, largest: f32): f64 {
  const shift = splat(largest);
  const whole = classes & ~3;
  let total: f64 = 0;
  for (let v = 0; v < whole; ) {
    let run = splat(0);
    for (const end = min(v + 64, whole); v < end; v += 4) {
      const at = row + (v << 2);
      const e = exp(f32x4.sub(v128.load(at), shift));
      v128.store(at, e);
      run = f32x4.add(run, e);
    }
    total += sumLanes(run);
  }
  if (whole == classes) return total;
  const at = row + (whole << 2);
  const inside = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(classes - whole));
  const e = v128.and(inside, exp(f32x4.sub(v128.load(at), shift)));
  v128.store(at, e);
  return total + sumLanes(e);
}

/** ln x for x ≥ 1, to 1e-15: x = 2^n·m with √½ ≤ m < √2, ln m = 2·artanh((m − 1) / (m + 1)). NaN and ∞ stay. */
export function logarithm(x: f64): f64 {
  if (!(x < Infinity)) return x;
  const bits = reinterpret<i64>(x);
  let n = <i32>((bits >> 52) & 0x7ff) - 1023;
  let m = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    n++;
  }
  const s = (m - 1) / (m + 1);
  const q = s * s;
  let p: f64 = 1.0 / 19.0;
  for (let k: f64 = 17; k > 0; k -= 2) p = p * q + 1 / k;
  return 2 * s * p + <f64>n * 0.6931471805599453;
}

/** The chunk's share of ∂L/∂W_y and ∂L/∂b_y: own columns. The bias's part is summed in the panel's scratch first. */
function learn(model: Model, count: i32, add: bool, part: i32, parts: i32): void {
  const panels = model.columns / PANEL;
  const first = share(panels, part, parts) * PANEL;
  const width = min(model.classes, share(panels, part + 1, parts) * PANEL) - first;
  if (width <= 0) return;
  const from = model.logits + (first << 2);
  const stride = model.columns << 2;
  const scratch = model.scratch + part * model.scratchBytes;
  const into = model.headWeightsGradient + (first << 2);
  transposedProduct(count, model.gathered, model.outputStride, model.width, from, stride, width, into, model.classes << 2, scratch, add);
  columnSums(from, stride, count, width, model.headBiasGradient + (first << 2), add);
}
