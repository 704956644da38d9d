import { packTransposed } from './pack';
import { PANEL, product } from './products';
import { fourSums } from './rows';
import { madd, splat } from './vector';

/*
 * Rows of word vectors against a query, and many analogies over the same rows. A module of its own. Rows are tight, d numbers
 * each; queries are filled up with zeros to whole vectors, so that what is read behind a row's end counts for nothing.
 */

/**
 * out[i] = Σ code · query · scales[i] · times for `count` rows of d bytes; `blocks` are 16 codes each, a query's codes have 16 bits. The
 * sums have 32 bits: Σ |query| has to stay below 2^24. Room for three numbers more in `scales` and `out`.
 */
export function dotBytes(
  rows: usize,
  count: i32,
  d: i32,
  query: usize,
  blocks: i32,
  scales: usize,
  times: f32,
  out: usize,
): void {
  const factor = splat(times);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const sums = fourByteDots(rows + i * d, d, query, blocks);
    const scaled = f32x4.mul(v128.load(scales + (i << 2)), factor);
    v128.store(out + (i << 2), f32x4.mul(f32x4.convert_i32x4_s(sums), scaled));
  }
  for (; i < count; i++) {
    const sum = <f32>byteDot(rows + i * d, query, blocks);
    store<f32>(out + (i << 2), sum * (load<f32>(scales + (i << 2)) * times));
  }
}

/** Σ code · query of 16 codes, in four parts. */
// @ts-ignore: decorator
@inline
function sixteen(row: usize, low: v128, high: v128): v128 {
  const codes = v128.load(row);
  return i32x4.add(
    i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(codes), low),
    i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(codes), high),
  );
}

function fourByteDots(row: usize, d: i32, query: usize, blocks: i32): v128 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let e = i32x4.splat(0);
  const second = row + d;
  const third = second + d;
  const fourth = third + d;
  for (let k = 0; k < blocks << 4; k += 16) {
    const low = v128.load(query + (k << 1));
    const high = v128.load(query + (k << 1), 16);
    a = i32x4.add(a, sixteen(row + k, low, high));
    b = i32x4.add(b, sixteen(second + k, low, high));
    c = i32x4.add(c, sixteen(third + k, low, high));
    e = i32x4.add(e, sixteen(fourth + k, low, high));
  }
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7));
  const ce = i32x4.add(v128.shuffle<i32>(c, e, 0, 1, 4, 5), v128.shuffle<i32>(c, e, 2, 3, 6, 7));
  return i32x4.add(v128.shuffle<i32>(ab, ce, 0, 2, 4, 6), v128.shuffle<i32>(ab, ce, 1, 3, 5, 7));
}

function byteDot(row: usize, query: usize, blocks: i32): i32 {
  let sum = i32x4.splat(0);
  for (let k = 0; k < blocks << 4; k += 16) {
    sum = i32x4.add(sum, sixteen(row + k, v128.load(query + (k << 1)), v128.load(query + (k << 1), 16)));
  }
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    (i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3))
  );
}

/** out[i] = v · query for `count` rows of d floats; `blocks` are four numbers each. Room for three numbers more in `out`. */
export function dotFloats(rows: usize, count: i32, d: i32, query: usize, blocks: i32, out: usize): void {
  const stride = d << 2;
  let i = 0;
  for (; i + 4 <= count; i += 4)
    v128.store(out + (i << 2), fourFloatDots(rows + i * stride, stride, query, blocks));
  for (; i < count; i++) {
    const row = rows + i * stride;
    let sum = splat(0);
    for (let k = 0; k < blocks << 4; k += 16) sum = madd(v128.load(row + k), v128.load(query + k), sum);
    store<f32>(out + (i << 2), f32x4.extract_lane(fourSums(sum, sum, sum, sum), 0));
  }
}

function fourFloatDots(row: usize, stride: i32, query: usize, blocks: i32): v128 {
  let a = splat(0);
  let b = splat(0);
  let c = splat(0);
  let e = splat(0);
  const second = row + stride;
  const third = second + stride;
  const fourth = third + stride;
  for (let k = 0; k < blocks << 4; k += 16) {
    const x = v128.load(query + k);
    a = madd(x, v128.load(row + k), a);
    b = madd(x, v128.load(second + k), b);
    c = madd(x, v128.load(third + k), c);
    e = madd(x, v128.load(fourth + k), e);
  }
  return fourSums(a, b, c, e);
}

/**
 * (words × columns): the dot products of `words` vectors with `columns` rows, both `width` numbers each; width and columns are multiples
 * of 8. `packed` holds columns × width numbers.
 */
export function products(
  words: usize,
  count: i32,
  rows: usize,
  columns: i32,
  width: i32,
  packed: usize,
  out: usize,
): void {
  packTransposed(rows, width << 2, columns, 1, width, width, packed, 0, columns / PANEL);
  product(words, width << 2, packed, out, columns << 2, count, columns, width, false);
}

/** Where the largest of b[i] − a[i] + c[i] is, i from `from` to `to` − 1, the first of equals; the number itself goes to `key`. */
export function bestSum(a: usize, b: usize, c: usize, from: i32, to: i32, key: usize): i32 {
  let best = splat(-f32.MAX_VALUE);
  let where = i32x4.splat(-1);
  let here = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3));
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const at = i << 2;
    const sum = f32x4.add(f32x4.sub(v128.load(b + at), v128.load(a + at)), v128.load(c + at));
    const larger = f32x4.gt(sum, best);
    best = v128.bitselect(sum, best, larger);
    where = v128.bitselect(here, where, larger);
    here = i32x4.add(here, i32x4.splat(4));
  }
  let found = firstOfLargest(best, where, key);
  for (; i < to; i++) {
    const at = i << 2;
    found = larger(i, load<f32>(b + at) - load<f32>(a + at) + load<f32>(c + at), found, key);
  }
  return found;
}

/** The same of (b + 1)(c + 1) / (a + 1 + 2ε) / 2, nothing below 0. */
export function bestProduct(a: usize, b: usize, c: usize, from: i32, to: i32, epsilon: f32, key: usize): i32 {
  let best = splat(-f32.MAX_VALUE);
  let where = i32x4.splat(-1);
  let here = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3));
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const at = i << 2;
    const quotient = multiplied(v128.load(a + at), v128.load(b + at), v128.load(c + at), epsilon);
    const larger = f32x4.gt(quotient, best);
    best = v128.bitselect(quotient, best, larger);
    where = v128.bitselect(here, where, larger);
    here = i32x4.add(here, i32x4.splat(4));
  }
  let found = firstOfLargest(best, where, key);
  for (; i < to; i++) {
    const at = i << 2;
    const one = multiplied(v128.load32_splat(a + at), v128.load32_splat(b + at), v128.load32_splat(c + at), epsilon);
    found = larger(i, f32x4.extract_lane(one, 0), found, key);
  }
  return found;
}

// @ts-ignore: decorator
@inline
function multiplied(a: v128, b: v128, c: v128, epsilon: f32): v128 {
  const above = f32x4.mul(f32x4.mul(shifted(b), splat(0.5)), shifted(c));
  return f32x4.div(above, f32x4.add(shifted(a), splat(2 * epsilon)));
}

// @ts-ignore: decorator
@inline
function shifted(cosine: v128): v128 {
  return f32x4.pmax(splat(0), f32x4.add(cosine, splat(1)));
}

/** Of four numbers the largest, and of equals the first: its place, and the number to `key`. */
function firstOfLargest(best: v128, where: v128, key: usize): i32 {
  store<f32>(key, -f32.MAX_VALUE);
  let found = -1;
  found = nearer(i32x4.extract_lane(where, 0), f32x4.extract_lane(best, 0), found, key);
  found = nearer(i32x4.extract_lane(where, 1), f32x4.extract_lane(best, 1), found, key);
  found = nearer(i32x4.extract_lane(where, 2), f32x4.extract_lane(best, 2), found, key);
  return nearer(i32x4.extract_lane(where, 3), f32x4.extract_lane(best, 3), found, key);
}

function nearer(where: i32, value: f32, found: i32, key: usize): i32 {
  const best = load<f32>(key);
  if (where < 0 || value < best || (value == best && where > found)) return found;
  store<f32>(key, value);
  return where;
}

function larger(where: i32, value: f32, found: i32, key: usize): i32 {
  if (!(value > load<f32>(key))) return found;
  store<f32>(key, value);
  return where;
}
