import { activate, SIGMOID } from './activations';
import { Embedding } from './embedding';
import { logarithm } from './head';
import { exp, largestLane, madd, splat, sumLanes } from './vector';

/*
 * Examples that are learnt together against the same rows: models/word2vec/update.ts. Lists of rows are padded to fours and
 * those of examples to fours with blank rows, which are 0 and stay 0.
 */
const SOFTPLUS: i32 = 8;

/** The sums of four vectors' lanes, side by side. */
// @ts-ignore: decorator
@inline
function fourSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** Scores of four rows against one example. */
// @ts-ignore: decorator
@inline
function scoreFour(rows: usize, h: usize, stride: i32): v128 {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const r2 = load<usize>(rows, 8);
  const r3 = load<usize>(rows, 12);
  let a = splat(0);
  let b = splat(0);
  let c = splat(0);
  let d = splat(0);
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    a = madd(x, v128.load(r0 + j), a);
    b = madd(x, v128.load(r1 + j), b);
    c = madd(x, v128.load(r2 + j), c);
    d = madd(x, v128.load(r3 + j), d);
  }
  return fourSums(a, b, c, d);
}

/** Scores of four rows against two examples, one behind the other. */
// @ts-ignore: decorator
@inline
function scoreTwo(rows: usize, h: usize, stride: i32, out: usize, outStride: i32): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const r2 = load<usize>(rows, 8);
  const r3 = load<usize>(rows, 12);
  let a = splat(0);
  let b = splat(0);
  let c = splat(0);
  let d = splat(0);
  let e = splat(0);
  let f = splat(0);
  let g = splat(0);
  let i = splat(0);
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    const y = v128.load(h + stride + j);
    let r = v128.load(r0 + j);
    a = madd(x, r, a);
    e = madd(y, r, e);
    r = v128.load(r1 + j);
    b = madd(x, r, b);
    f = madd(y, r, f);
    r = v128.load(r2 + j);
    c = madd(x, r, c);
    g = madd(y, r, g);
    r = v128.load(r3 + j);
    d = madd(x, r, d);
    i = madd(y, r, i);
  }
  v128.store(out, fourSums(a, b, c, d));
  v128.store(out + outStride, fourSums(e, f, g, i));
}

/** v·h of `n` examples and `count` rows (a multiple of four) into `steps`, (n, count). */
function score(e: Embedding, n: i32, count: i32): void {
  const stride = e.stride;
  const width = count << 2;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const h = e.hidden + i * stride;
    const out = e.steps + i * width;
    for (let r = 0; r < width; r += 16) scoreTwo(e.rows + r, h, stride, out + r, width);
  }
  if (i < n) {
    const out = e.steps + i * width;
    for (let r = 0; r < width; r += 16) {
      v128.store(out + r, scoreFour(e.rows + r, e.hidden + i * stride, stride));
    }
  }
}

/** Scores to steps η (label − σ(score)); the padding's become 0. Returns the loss when asked for. */
function logistic(e: Embedding, n: i32, count: i32, asked: i32, rate: f32, measured: bool): f64 {
  let loss: f64 = 0;
  const width = count << 2;
  for (let i = 0; i < n; i++) {
    const at = e.steps + i * width;
    for (let r = 0; r < width; r += 16) {
      const label = v128.load(e.labels + r);
      const z = v128.load(at + r);
      const inside = i32x4.lt_s(fourAt(r), i32x4.splat(asked));
      const step = f32x4.mul(splat(rate), f32x4.sub(label, activate(SIGMOID, z)));
      v128.store(at + r, v128.and(step, inside));
      if (measured) {
        // −ln σ(z) = softplus(−z) for yes, −ln σ(−z) = softplus(z) for no.
        const signed = f32x4.mul(z, f32x4.sub(splat(1), f32x4.add(label, label)));
        loss += sumLanes(v128.and(activate(SOFTPLUS, signed), inside));
      }
    }
  }
  return loss;
}

/** Numbers of the four rows whose steps stand at byte `at`. */
// @ts-ignore: decorator
@inline
function fourAt(at: i32): v128 {
  return i32x4.add(i32x4.splat(at >> 2), i32x4(0, 1, 2, 3));
}

/** Scores to steps η (label − softmax(scores)) over all that is asked. */
function softmax(e: Embedding, n: i32, count: i32, asked: i32, rate: f32, target: i32): f64 {
  let loss: f64 = 0;
  const width = count << 2;
  for (let i = 0; i < n; i++) {
    const at = e.steps + i * width;
    const highest = splat(highestScore(at, width, asked));
    const targetScore = <f64>load<f32>(at + (target << 2)) - <f64>f32x4.extract_lane(highest, 0);
    let sum: f64 = 0;
    for (let r = 0; r < width; r += 16) {
      const inside = i32x4.lt_s(fourAt(r), i32x4.splat(asked));
      const p = v128.and(exp(f32x4.sub(v128.load(at + r), highest)), inside);
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

function highestScore(at: usize, width: i32, asked: i32): f32 {
  const low = splat(-f32.MAX_VALUE);
  let highest = low;
  for (let r = 0; r < width; r += 16) {
    const inside = i32x4.lt_s(fourAt(r), i32x4.splat(asked));
    highest = f32x4.max(highest, v128.bitselect(v128.load(at + r), low, inside));
  }
  return largestLane(highest);
}

/** One example: what it gets back and how its rows move, in one go over them. No row comes twice, but for the blank one. */
function moveOne(e: Embedding, count: i32): void {
  const stride = e.stride;
  const h = e.hidden;
  const back = e.back;
  for (let r = 0; r < count << 2; r += 16) {
    const r0 = load<usize>(e.rows + r);
    const r1 = load<usize>(e.rows + r, 4);
    const r2 = load<usize>(e.rows + r, 8);
    const r3 = load<usize>(e.rows + r, 12);
    const g0 = v128.load32_splat(e.steps + r);
    const g1 = v128.load32_splat(e.steps + r, 4);
    const g2 = v128.load32_splat(e.steps + r, 8);
    const g3 = v128.load32_splat(e.steps + r, 12);
    for (let j = 0; j < stride; j += 16) {
      const x = v128.load(h + j);
      const a = v128.load(r0 + j);
      const b = v128.load(r1 + j);
      const c = v128.load(r2 + j);
      const d = v128.load(r3 + j);
      const sum = madd(g1, b, madd(g0, a, v128.load(back + j)));
      v128.store(back + j, madd(g3, d, madd(g2, c, sum)));
      v128.store(r0 + j, madd(g0, x, a));
      v128.store(r1 + j, madd(g1, x, b));
      v128.store(r2 + j, madd(g2, x, c));
      v128.store(r3 + j, madd(g3, x, d));
    }
  }
}

/** What two examples get back from four rows. */
function backTwo(e: Embedding, i: i32, width: i32): void {
  const stride = e.stride;
  const p = e.back + i * stride;
  const q = p + stride;
  const first = e.steps + i * width;
  const second = first + width;
  for (let r = 0; r < width; r += 16) {
    const r0 = load<usize>(e.rows + r);
    const r1 = load<usize>(e.rows + r, 4);
    const r2 = load<usize>(e.rows + r, 8);
    const r3 = load<usize>(e.rows + r, 12);
    const a0 = v128.load32_splat(first + r);
    const a1 = v128.load32_splat(first + r, 4);
    const a2 = v128.load32_splat(first + r, 8);
    const a3 = v128.load32_splat(first + r, 12);
    const b0 = v128.load32_splat(second + r);
    const b1 = v128.load32_splat(second + r, 4);
    const b2 = v128.load32_splat(second + r, 8);
    const b3 = v128.load32_splat(second + r, 12);
    for (let j = 0; j < stride; j += 16) {
      let x = v128.load(p + j);
      let y = v128.load(q + j);
      let v = v128.load(r0 + j);
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
}

/** How two rows move by four examples. They may be the same row: one after the other. */
function rowTwo(e: Embedding, r: i32, i: i32, width: i32): void {
  const stride = e.stride;
  const h0 = e.hidden + i * stride;
  const h1 = h0 + stride;
  const h2 = h1 + stride;
  const h3 = h2 + stride;
  const steps = e.steps + i * width + (r << 2);
  const p = load<usize>(e.rows + (r << 2));
  const q = load<usize>(e.rows + (r << 2), 4);
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

/** Several examples: first what they get back, then how the rows move. */
function moveMany(e: Embedding, n: i32, count: i32): void {
  const width = count << 2;
  const padded = (n + 3) & ~3;
  // Examples that are none.
  memory.fill(e.hidden + n * e.stride, 0, (padded - n) * e.stride);
  memory.fill(e.steps + n * width, 0, (padded - n) * width);
  for (let i = 0; i < n; i += 2) backTwo(e, i, width);
  for (let r = 0; r < count; r += 2) {
    for (let i = 0; i < padded; i += 4) rowTwo(e, r, i, width);
  }
}

/**
 * Learns `n` examples, whose h stand in `hidden`, against `asked` rows: leaves in `back` what each gets. `target` is the row that
 * says yes, for the full softmax. Returns the loss, 0 when it is not measured.
 */
export function learnGroup(e: Embedding, n: i32, asked: i32, target: i32, rate: f32, measured: bool): f64 {
  const count = (asked + 3) & ~3;
  for (let r = asked; r < count; r++) {
    store<usize>(e.rows + (r << 2), e.blank);
    store<f32>(e.labels + (r << 2), 0);
  }
  score(e, n, count);
  const loss =
    e.output == 0
      ? softmax(e, n, count, asked, rate, target)
      : logistic(e, n, count, asked, rate, measured);
  memory.fill(e.back, 0, ((n + 1) & ~1) * e.stride);
  if (n == 1 && !e.twice) moveOne(e, count);
  else moveMany(e, n, count);
  return loss;
}
