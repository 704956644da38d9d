import { madd, splat } from './vector';

/*
 * Rows of the output layer against one vector: six, four or two at a time, so that the vector is loaded once for all of them.
 * Lists are of even length. No row comes twice in a list, but for the blank one.
 */

/** The sums of four vectors' lanes, side by side. */
// @ts-ignore: decorator
@inline
export function fourSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** a·b in all four places. */
// @ts-ignore: decorator
@inline
export function dot(a: usize, b: usize, stride: i32): v128 {
  let sum = splat(0);
  for (let j = 0; j < stride; j += 16) sum = madd(v128.load(a + j), v128.load(b + j), sum);
  return fourSums(sum, sum, sum, sum);
}

/** How many rows are taken next when `left` are left. */
// @ts-ignore: decorator
@inline
function blockOf(left: i32): i32 {
  return left >= 6 && left != 8 ? 6 : left >= 4 ? 4 : 2;
}

/** v·h of `count` rows into `out`, which has room for two more. */
export function scoreRows(rows: usize, count: i32, h: usize, stride: i32, out: usize): void {
  for (let r = 0; r < count; ) {
    const block = blockOf(count - r);
    if (block == 6) scoreSix(rows + (r << 2), h, stride, out + (r << 2));
    else if (block == 4) scoreFour(rows + (r << 2), h, stride, out + (r << 2));
    else scoreTwo(rows + (r << 2), h, stride, out + (r << 2));
    r += block;
  }
}

function scoreSix(rows: usize, h: usize, stride: i32, out: usize): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const r2 = load<usize>(rows, 8);
  const r3 = load<usize>(rows, 12);
  const r4 = load<usize>(rows, 16);
  const r5 = load<usize>(rows, 20);
  const none = splat(0);
  let a = none;
  let b = none;
  let c = none;
  let d = none;
  let e = none;
  let f = none;
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    a = madd(x, v128.load(r0 + j), a);
    b = madd(x, v128.load(r1 + j), b);
    c = madd(x, v128.load(r2 + j), c);
    d = madd(x, v128.load(r3 + j), d);
    e = madd(x, v128.load(r4 + j), e);
    f = madd(x, v128.load(r5 + j), f);
  }
  v128.store(out, fourSums(a, b, c, d));
  v128.store(out, fourSums(e, f, none, none), 16);
}

function scoreFour(rows: usize, h: usize, stride: i32, out: usize): void {
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
  v128.store(out, fourSums(a, b, c, d));
}

function scoreTwo(rows: usize, h: usize, stride: i32, out: usize): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const none = splat(0);
  let a = none;
  let b = none;
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    a = madd(x, v128.load(r0 + j), a);
    b = madd(x, v128.load(r1 + j), b);
  }
  v128.store(out, fourSums(a, b, none, none));
}

/**
 * Moves every row by its step times x, and leaves in `to` what stands in `from` plus what x gets back: Σ step·row, of the rows
 * before they move. x, `from` and `to` may be the same: until the last rows are moved, sums are kept in `scratch`, which may be
 * `to` where x is elsewhere.
 */
export function moveRows(
  rows: usize,
  steps: usize,
  count: i32,
  x: usize,
  from: usize,
  to: usize,
  stride: i32,
  scratch: usize,
): void {
  for (let r = 0; r < count; ) {
    const block = blockOf(count - r);
    const into = r + block < count ? scratch : to;
    if (block == 6) moveSix(rows + (r << 2), steps + (r << 2), x, from, into, stride);
    else if (block == 4) moveFour(rows + (r << 2), steps + (r << 2), x, from, into, stride);
    else moveTwo(rows + (r << 2), steps + (r << 2), x, from, into, stride);
    from = scratch;
    r += block;
  }
}

/** Four numbers of one row: moves them by g·x, and adds g times what they were to the sum. */
// @ts-ignore: decorator
@inline
function moveLanes(at: usize, x: v128, g: v128, sum: v128): v128 {
  const row = v128.load(at);
  v128.store(at, madd(g, x, row));
  return madd(g, row, sum);
}

function moveSix(rows: usize, steps: usize, x: usize, from: usize, to: usize, stride: i32): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const r2 = load<usize>(rows, 8);
  const r3 = load<usize>(rows, 12);
  const r4 = load<usize>(rows, 16);
  const r5 = load<usize>(rows, 20);
  const g0 = v128.load32_splat(steps);
  const g1 = v128.load32_splat(steps, 4);
  const g2 = v128.load32_splat(steps, 8);
  const g3 = v128.load32_splat(steps, 12);
  const g4 = v128.load32_splat(steps, 16);
  const g5 = v128.load32_splat(steps, 20);
  for (let j = 0; j < stride; j += 16) {
    const h = v128.load(x + j);
    let sum = moveLanes(r0 + j, h, g0, v128.load(from + j));
    sum = moveLanes(r1 + j, h, g1, sum);
    sum = moveLanes(r2 + j, h, g2, sum);
    sum = moveLanes(r3 + j, h, g3, sum);
    sum = moveLanes(r4 + j, h, g4, sum);
    v128.store(to + j, moveLanes(r5 + j, h, g5, sum));
  }
}

function moveFour(rows: usize, steps: usize, x: usize, from: usize, to: usize, stride: i32): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const r2 = load<usize>(rows, 8);
  const r3 = load<usize>(rows, 12);
  const g0 = v128.load32_splat(steps);
  const g1 = v128.load32_splat(steps, 4);
  const g2 = v128.load32_splat(steps, 8);
  const g3 = v128.load32_splat(steps, 12);
  for (let j = 0; j < stride; j += 16) {
    const h = v128.load(x + j);
    let sum = moveLanes(r0 + j, h, g0, v128.load(from + j));
    sum = moveLanes(r1 + j, h, g1, sum);
    sum = moveLanes(r2 + j, h, g2, sum);
    v128.store(to + j, moveLanes(r3 + j, h, g3, sum));
  }
}

function moveTwo(rows: usize, steps: usize, x: usize, from: usize, to: usize, stride: i32): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const g0 = v128.load32_splat(steps);
  const g1 = v128.load32_splat(steps, 4);
  for (let j = 0; j < stride; j += 16) {
    const h = v128.load(x + j);
    const sum = moveLanes(r0 + j, h, g0, v128.load(from + j));
    v128.store(to + j, moveLanes(r1 + j, h, g1, sum));
  }
}
