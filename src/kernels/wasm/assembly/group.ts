import { Embedding } from './embedding';
import { logarithm } from './head';
import { fourSums } from './rows';
import { fourByTwo } from './rows-twice';
import { exp, largestLane, madd, splat, sumLanes } from './vector';

/*
 * Full softmax: all rows of the output layer, four at a time, against one example or several that are learnt together
 * (models/word2vec/update.ts). Rows are padded to fours, examples to twos or fours, by rows that are 0 and stay 0.
 */

/** Scores of four rows against one example. */
// @ts-ignore: decorator
@inline
function scoreOne(row: usize, h: usize, stride: i32, out: usize): void {
  const r1 = row + stride;
  const r2 = r1 + stride;
  const r3 = r2 + stride;
  let a = splat(0);
  let b = splat(0);
  let c = splat(0);
  let d = splat(0);
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    a = madd(x, v128.load(row + j), a);
    b = madd(x, v128.load(r1 + j), b);
    c = madd(x, v128.load(r2 + j), c);
    d = madd(x, v128.load(r3 + j), d);
  }
  v128.store(out, fourSums(a, b, c, d));
}

/** Scores of four rows against two examples, one behind the other. */
// @ts-ignore: decorator
@inline
function scoreTwo(row: usize, h: usize, stride: i32, out: usize, width: i32): void {
  const r1 = row + stride;
  const r2 = r1 + stride;
  fourByTwo(row, r1, r2, r2 + stride, h, h + stride, stride, out, width);
}

/** v·h of `n` examples and all rows into `steps`, (n, rows). */
function scoreAll(e: Embedding, n: i32, width: i32): void {
  const stride = e.stride;
  const pairs = n & ~1;
  let row = e.outputRows;
  for (let r = 0; r < width; r += 16) {
    for (let i = 0; i < pairs; i += 2) {
      scoreTwo(row, e.hidden + i * stride, stride, e.steps + i * width + r, width);
    }
    if (pairs < n) scoreOne(row, e.hidden + pairs * stride, stride, e.steps + pairs * width + r);
    row += stride << 2;
  }
}

/** Scores to steps η (label − softmax(scores)); those of the padding become 0. Returns the loss. */
function softmax(e: Embedding, n: i32, width: i32, target: i32, rate: f32): f64 {
  let loss: f64 = 0;
  for (let i = 0; i < n; i++) {
    const at = e.steps + i * width;
    const highest = splat(highestScore(at, width, e.vocabulary));
    const targetScore = <f64>load<f32>(at + (target << 2)) - <f64>f32x4.extract_lane(highest, 0);
    let sum: f64 = 0;
    for (let r = 0; r < width; r += 16) {
      const p = v128.and(exp(f32x4.sub(v128.load(at + r), highest)), isInside(r, e.vocabulary));
      v128.store(at + r, p);
      sum += sumLanes(p);
    }
    const scale = splat(<f32>(-(<f64>rate) / sum));
    for (let r = 0; r < width; r += 16) v128.store(at + r, f32x4.mul(scale, v128.load(at + r)));
    store<f32>(at + (target << 2), load<f32>(at + (target << 2)) + rate);
    loss += logarithm(sum) - targetScore;
  }
  return loss;
}

/** Which of the four rows whose steps stand at byte `at` are words. */
// @ts-ignore: decorator
@inline
function isInside(at: i32, vocabulary: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4.splat(at >> 2), i32x4(0, 1, 2, 3)), i32x4.splat(vocabulary));
}

function highestScore(at: usize, width: i32, vocabulary: i32): f32 {
  const low = splat(-f32.MAX_VALUE);
  let highest = low;
  for (let r = 0; r < width; r += 16) {
    highest = f32x4.max(highest, v128.bitselect(v128.load(at + r), low, isInside(r, vocabulary)));
  }
  return largestLane(highest);
}

/** One example: what it gets back and how four rows move, in one go over them. */
function moveOne(e: Embedding, row: usize, steps: usize): void {
  const stride = e.stride;
  const h = e.hidden;
  const back = e.back;
  const r1 = row + stride;
  const r2 = r1 + stride;
  const r3 = r2 + stride;
  const g0 = v128.load32_splat(steps);
  const g1 = v128.load32_splat(steps, 4);
  const g2 = v128.load32_splat(steps, 8);
  const g3 = v128.load32_splat(steps, 12);
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    const a = v128.load(row + j);
    const b = v128.load(r1 + j);
    const c = v128.load(r2 + j);
    const d = v128.load(r3 + j);
    const sum = madd(g1, b, madd(g0, a, v128.load(back + j)));
    v128.store(back + j, madd(g3, d, madd(g2, c, sum)));
    v128.store(row + j, madd(g0, x, a));
    v128.store(r1 + j, madd(g1, x, b));
    v128.store(r2 + j, madd(g2, x, c));
    v128.store(r3 + j, madd(g3, x, d));
  }
}

/** What two examples get back from four rows. */
// @ts-ignore: decorator
@inline
function backTwo(e: Embedding, i: i32, row: usize, r: i32, width: i32): void {
  const stride = e.stride;
  const p = e.back + i * stride;
  const q = p + stride;
  const r1 = row + stride;
  const r2 = r1 + stride;
  const r3 = r2 + stride;
  const first = e.steps + i * width + r;
  const second = first + width;
  const a0 = v128.load32_splat(first);
  const a1 = v128.load32_splat(first, 4);
  const a2 = v128.load32_splat(first, 8);
  const a3 = v128.load32_splat(first, 12);
  const b0 = v128.load32_splat(second);
  const b1 = v128.load32_splat(second, 4);
  const b2 = v128.load32_splat(second, 8);
  const b3 = v128.load32_splat(second, 12);
  for (let j = 0; j < stride; j += 16) {
    let x = v128.load(p + j);
    let y = v128.load(q + j);
    let v = v128.load(row + j);
    x = madd(a0, v, x);
    y = madd(b0, v, y);
    v = v128.load(r1 + j);
    x = madd(a1, v, x);
    y = madd(b1, v, y);
    v = v128.load(r2 + j);
    x = madd(a2, v, x);
    y = madd(b2, v, y);
    v = v128.load(r3 + j);
    v128.store(p + j, madd(a3, v, x));
    v128.store(q + j, madd(b3, v, y));
  }
}

/** How two rows move by four examples. */
// @ts-ignore: decorator
@inline
function rowTwo(e: Embedding, p: usize, i: i32, steps: usize, width: i32): void {
  const stride = e.stride;
  const h0 = e.hidden + i * stride;
  const h1 = h0 + stride;
  const h2 = h1 + stride;
  const h3 = h2 + stride;
  const q = p + stride;
  const a0 = v128.load32_splat(steps);
  const b0 = v128.load32_splat(steps, 4);
  const a1 = v128.load32_splat(steps + width);
  const b1 = v128.load32_splat(steps + width, 4);
  const a2 = v128.load32_splat(steps + 2 * width);
  const b2 = v128.load32_splat(steps + 2 * width, 4);
  const a3 = v128.load32_splat(steps + 3 * width);
  const b3 = v128.load32_splat(steps + 3 * width, 4);
  for (let j = 0; j < stride; j += 16) {
    const x0 = v128.load(h0 + j);
    const x1 = v128.load(h1 + j);
    const x2 = v128.load(h2 + j);
    const x3 = v128.load(h3 + j);
    v128.store(p + j, madd(a3, x3, madd(a2, x2, madd(a1, x1, madd(a0, x0, v128.load(p + j))))));
    v128.store(q + j, madd(b3, x3, madd(b2, x2, madd(b1, x1, madd(b0, x0, v128.load(q + j))))));
  }
}

/** Several examples: what they get back from four rows, then how these move, while the rows are at hand. */
function moveMany(e: Embedding, n: i32, width: i32): void {
  const padded = (n + 3) & ~3;
  // Examples that are none.
  memory.fill(e.hidden + n * e.stride, 0, (padded - n) * e.stride);
  memory.fill(e.steps + n * width, 0, (padded - n) * width);
  let row = e.outputRows;
  for (let r = 0; r < width; r += 16) {
    for (let i = 0; i < n; i += 2) backTwo(e, i, row, r, width);
    for (let i = 0; i < padded; i += 4) {
      const steps = e.steps + i * width + r;
      rowTwo(e, row, i, steps, width);
      rowTwo(e, row + 2 * e.stride, i, steps + 8, width);
    }
    row += e.stride << 2;
  }
}

/** Learns `n` examples, whose h stand in `hidden`, to foretell `target`: leaves in `back` what each gets. Returns the loss. */
export function learnFull(e: Embedding, n: i32, target: i32, rate: f32): f64 {
  const width = ((e.vocabulary + 3) & ~3) << 2;
  scoreAll(e, n, width);
  const loss = softmax(e, n, width, target, rate);
  memory.fill(e.back, 0, ((n + 1) & ~1) * e.stride);
  if (n > 1) moveMany(e, n, width);
  else {
    for (let r = 0; r < width; r += 16) moveOne(e, e.outputRows + (r >> 2) * e.stride, e.steps + r);
  }
  return loss;
}
