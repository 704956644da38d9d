import { fourSums } from './rows';
import { madd, splat } from './vector';

/*
 * Rows of the output layer against two vectors, h and then k: each row is loaded once for both, and stored once. Lists are of even
 * length; those of k stand `span` bytes behind those of h.
 */

/** v·h and v·k of `count` rows, before any moves, into `out`. */
export function scoreRowsTwice(
  rows: usize,
  count: i32,
  h: usize,
  k: usize,
  stride: i32,
  out: usize,
  span: i32,
): void {
  let r = 0;
  for (; r + 4 <= count; r += 4) scoreFour(rows + (r << 2), h, k, stride, out + (r << 2), span);
  if (r < count) scoreTwo(rows + (r << 2), h, k, stride, out + (r << 2), span);
}

function scoreFour(rows: usize, h: usize, k: usize, stride: i32, out: usize, span: i32): void {
  fourByTwo(load<usize>(rows), load<usize>(rows, 4), load<usize>(rows, 8), load<usize>(rows, 12), h, k, stride, out, span);
}

/** Scores of four rows, wherever they stand, against two vectors. */
// @ts-ignore: decorator
@inline
export function fourByTwo(
  r0: usize,
  r1: usize,
  r2: usize,
  r3: usize,
  h: usize,
  k: usize,
  stride: i32,
  out: usize,
  span: i32,
): void {
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
    const y = v128.load(k + j);
    let row = v128.load(r0 + j);
    a = madd(x, row, a);
    e = madd(y, row, e);
    row = v128.load(r1 + j);
    b = madd(x, row, b);
    f = madd(y, row, f);
    row = v128.load(r2 + j);
    c = madd(x, row, c);
    g = madd(y, row, g);
    row = v128.load(r3 + j);
    d = madd(x, row, d);
    i = madd(y, row, i);
  }
  v128.store(out, fourSums(a, b, c, d));
  v128.store(out + span, fourSums(e, f, g, i));
}

function scoreTwo(rows: usize, h: usize, k: usize, stride: i32, out: usize, span: i32): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const none = splat(0);
  let a = none;
  let b = none;
  let c = none;
  let d = none;
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    const y = v128.load(k + j);
    let row = v128.load(r0 + j);
    a = madd(x, row, a);
    c = madd(y, row, c);
    row = v128.load(r1 + j);
    b = madd(x, row, b);
    d = madd(y, row, d);
  }
  v128.store(out, fourSums(a, b, none, none));
  v128.store(out + span, fourSums(c, d, none, none));
}

/**
 * Moves every row by its first step times h, then by its second one times k, and h and k by what they get back: Σ step·row, of the
 * rows as each of them found them. h and k are two rows of the input layer; sums are kept in `scratch`, room for two rows, until
 * the last rows are moved.
 */
export function moveRowsTwice(
  rows: usize,
  steps: usize,
  span: i32,
  count: i32,
  h: usize,
  k: usize,
  stride: i32,
  scratch: usize,
): void {
  let fromH = h;
  let fromK = k;
  for (let r = 0; r < count; ) {
    const isLast = r + 4 >= count;
    const toH = isLast ? h : scratch;
    const toK = isLast ? k : scratch + stride;
    const at = r << 2;
    if (r + 4 <= count) moveFour(rows + at, steps + at, span, h, k, fromH, fromK, toH, toK, stride);
    else moveTwo(rows + at, steps + at, span, h, k, fromH, fromK, toH, toK, stride);
    fromH = scratch;
    fromK = scratch + stride;
    r += 4;
  }
}

function moveFour(
  rows: usize,
  steps: usize,
  span: i32,
  h: usize,
  k: usize,
  fromH: usize,
  fromK: usize,
  toH: usize,
  toK: usize,
  stride: i32,
): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const r2 = load<usize>(rows, 8);
  const r3 = load<usize>(rows, 12);
  const a0 = v128.load32_splat(steps);
  const a1 = v128.load32_splat(steps, 4);
  const a2 = v128.load32_splat(steps, 8);
  const a3 = v128.load32_splat(steps, 12);
  const b0 = v128.load32_splat(steps + span);
  const b1 = v128.load32_splat(steps + span, 4);
  const b2 = v128.load32_splat(steps + span, 8);
  const b3 = v128.load32_splat(steps + span, 12);
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    const y = v128.load(k + j);
    let p = v128.load(fromH + j);
    let q = v128.load(fromK + j);
    let row = v128.load(r0 + j);
    p = madd(a0, row, p);
    row = madd(a0, x, row);
    q = madd(b0, row, q);
    v128.store(r0 + j, madd(b0, y, row));
    row = v128.load(r1 + j);
    p = madd(a1, row, p);
    row = madd(a1, x, row);
    q = madd(b1, row, q);
    v128.store(r1 + j, madd(b1, y, row));
    row = v128.load(r2 + j);
    p = madd(a2, row, p);
    row = madd(a2, x, row);
    q = madd(b2, row, q);
    v128.store(r2 + j, madd(b2, y, row));
    row = v128.load(r3 + j);
    v128.store(toH + j, madd(a3, row, p));
    row = madd(a3, x, row);
    v128.store(toK + j, madd(b3, row, q));
    v128.store(r3 + j, madd(b3, y, row));
  }
}

function moveTwo(
  rows: usize,
  steps: usize,
  span: i32,
  h: usize,
  k: usize,
  fromH: usize,
  fromK: usize,
  toH: usize,
  toK: usize,
  stride: i32,
): void {
  const r0 = load<usize>(rows);
  const r1 = load<usize>(rows, 4);
  const a0 = v128.load32_splat(steps);
  const a1 = v128.load32_splat(steps, 4);
  const b0 = v128.load32_splat(steps + span);
  const b1 = v128.load32_splat(steps + span, 4);
  for (let j = 0; j < stride; j += 16) {
    const x = v128.load(h + j);
    const y = v128.load(k + j);
    let row = v128.load(r0 + j);
    const p = madd(a0, row, v128.load(fromH + j));
    row = madd(a0, x, row);
    const q = madd(b0, row, v128.load(fromK + j));
    v128.store(r0 + j, madd(b0, y, row));
    row = v128.load(r1 + j);
    v128.store(toH + j, madd(a1, row, p));
    row = madd(a1, x, row);
    v128.store(toK + j, madd(b1, row, q));
    v128.store(r1 + j, madd(b1, y, row));
  }
}
