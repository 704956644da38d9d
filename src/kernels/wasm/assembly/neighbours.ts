import { PANEL, product } from './products';
import { packTransposed } from './pack';
import { madd, splat, sumLanes } from './vector';

/*
 * The nearest of every point by trying all: products of blocks of rows with all rows, and of each row a heap of the best so far,
 * the worst on top. Products say who is near (½|b|² − a·b); how near is then taken from the difference itself, which has no
 * digits to lose.
 */

/** Columns of a product at a time: the block of results stays in the second cache. */
export const COLUMNS: i32 = 512;

/** What ../neighbour-search.ts writes. */
@unmanaged
export class Search {
  n: i32;
  /** Numbers of a row, and bytes. */
  d: i32;
  stride: i32;
  /** Candidates kept of each row. */
  kept: i32;
  rows: usize;
  /** Rows in panels of eight. */
  packed: usize;
  /** ½|b|², +∞ behind the last row to whole blocks. */
  halves: usize;
  /** Products of a block of rows. */
  products: usize;
  /** Heaps, of a block of rows or of all: scores, and rows they are of. */
  scores: usize;
  found: usize;
}

/** Panels and lengths of all rows. */
export function prepareSearch(s: Search): void {
  packTransposed(s.rows, s.stride, s.n, 1, s.d, s.d, s.packed, 0, (s.n + PANEL - 1) / PANEL);
  for (let i = 0; i < s.n; i++) {
    const row = s.rows + <usize>i * <usize>s.stride;
    store<f32>(s.halves + (<usize>i << 2), <f32>(0.5 * dot(row, row, s.d)));
  }
  const all = ((s.n + COLUMNS - 1) / COLUMNS) * COLUMNS;
  for (let i = s.n; i < all; i++) store<f32>(s.halves + (<usize>i << 2), f32.MAX_VALUE);
}

function dot(a: usize, b: usize, d: i32): f64 {
  let sum: f64 = 0;
  for (const end = a + (<usize>d << 2); a < end; a += 4) {
    sum += <f64>load<f32>(a) * <f64>load<f32>(b);
    b += 4;
  }
  return sum;
}

/** Empties the heaps of `count` rows. */
export function clearHeaps(s: Search, count: i32): void {
  const slots = <usize>count * <usize>(s.kept << 2);
  for (let i: usize = 0; i < slots; i += 4) {
    store<f32>(s.scores + i, f32.MAX_VALUE);
    store<i32>(s.found + i, -1);
  }
}

/**
 * Offers all rows to the heaps 0 … count − 1, which are those of `count` rows from `from` on. The first of these is row `own`, the
 * next ones follow; a negative number where they are none of the rows that are searched.
 */
export function searchRows(s: Search, from: usize, count: i32, own: i32): void {
  const slots = <usize>s.kept << 2;
  for (let column = 0; column < s.n; column += COLUMNS) {
    const width = min(COLUMNS, (s.n - column + PANEL - 1) & ~(PANEL - 1));
    multiply(s, from, count, column, width);
    for (let i = 0; i < count; i++) {
      const heap = <usize>i * slots;
      sift(s, i, width, column, own < 0 ? -1 : own + i, s.scores + heap, s.found + heap);
    }
  }
}

/**
 * Offers rows first … first + width − 1 (both whole panels) to the heaps of `count` rows, whose numbers stand at `queries`. `block`
 * has place for so many rows.
 */
export function searchCell(s: Search, queries: usize, count: i32, block: usize, first: i32, width: i32): void {
  const slots = <usize>s.kept << 2;
  for (let i = 0; i < count; i++) {
    const row = <usize>load<i32>(queries + (<usize>i << 2));
    memory.copy(block + <usize>(i * s.stride), s.rows + row * <usize>s.stride, s.stride);
  }
  for (let column = first; column < first + width; column += COLUMNS) {
    const some = min(COLUMNS, first + width - column);
    multiply(s, block, count, column, some);
    for (let i = 0; i < count; i++) {
      const row = load<i32>(queries + (<usize>i << 2));
      const heap = <usize>row * slots;
      sift(s, i, some, column, row, s.scores + heap, s.found + heap);
    }
  }
}

// @ts-ignore: decorator
@inline
function multiply(s: Search, from: usize, count: i32, column: i32, width: i32): void {
  const panel = s.packed + (<usize>column * <usize>s.d << 2);
  product(from, s.stride, panel, s.products, COLUMNS << 2, count, width, s.d, false);
}

/** Looks line `i` of the products through for what is nearer than the worst of the heap. */
function sift(s: Search, i: i32, width: i32, column: i32, own: i32, scores: usize, found: usize): void {
  const line = s.products + <usize>(i * COLUMNS << 2);
  const halves = s.halves + (<usize>column << 2);
  let worst = v128.load32_splat(scores);
  for (let j = 0; j < width; j += 8) {
    const at = <usize>j << 2;
    const a = f32x4.sub(v128.load(halves + at), v128.load(line + at));
    const b = f32x4.sub(v128.load(halves + at, 16), v128.load(line + at, 16));
    if (!v128.any_true(f32x4.lt(f32x4.pmin(a, b), worst))) continue;
    v128.store(line + at, a);
    v128.store(line + at, b, 16);
    for (let k = j; k < j + 8; k++) {
      const score = load<f32>(line + (<usize>k << 2));
      if (score < load<f32>(scores) && column + k != own) replaceWorst(scores, found, s.kept, score, column + k);
    }
    worst = v128.load32_splat(scores);
  }
}

/** Whether entry (a, i) comes after (b, j): further away, or as far with a higher number. */
// @ts-ignore: decorator
@inline
function isAfter(a: f32, i: i32, b: f32, j: i32): bool {
  return a > b || (a == b && i > j);
}

/** Puts an entry where the worst was, and the heap in order. */
// @ts-ignore: decorator
@inline
function replaceWorst(scores: usize, found: usize, count: i32, score: f32, id: i32): void {
  sink(scores, found, count, 0, score, id);
}

/** Puts an entry at place `at` of a heap that is in order below it. */
function sink(scores: usize, found: usize, count: i32, at: i32, score: f32, id: i32): void {
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    if (child + 1 < count && entryAfter(scores, found, child + 1, child)) child++;
    const below = load<f32>(scores + (<usize>child << 2));
    const belowId = load<i32>(found + (<usize>child << 2));
    if (!isAfter(below, belowId, score, id)) break;
    store<f32>(scores + (<usize>at << 2), below);
    store<i32>(found + (<usize>at << 2), belowId);
    at = child;
  }
  store<f32>(scores + (<usize>at << 2), score);
  store<i32>(found + (<usize>at << 2), id);
}

/** Squared distances of row `own` to its candidates, in place of the scores; then nearest first. What was not found is last. */
function rankRow(s: Search, own: i32, scores: usize, found: usize, count: i32): void {
  const row = s.rows + <usize>own * <usize>s.stride;
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 2;
    const id = load<i32>(found + at);
    if (id >= 0) store<f32>(scores + at, squaredDistance(row, s.rows + <usize>id * <usize>s.stride, s.d));
  }
  for (let i = (count >> 1) - 1; i >= 0; i--) {
    const at = <usize>i << 2;
    sink(scores, found, count, i, load<f32>(scores + at), load<i32>(found + at));
  }
  for (let last = count - 1; last > 0; last--) {
    const at = <usize>last << 2;
    const score = load<f32>(scores + at);
    const id = load<i32>(found + at);
    store<f32>(scores + at, load<f32>(scores));
    store<i32>(found + at, load<i32>(found));
    replaceWorst(scores, found, last, score, id);
  }
}

// @ts-ignore: decorator
@inline
function entryAfter(scores: usize, found: usize, a: i32, b: i32): bool {
  const x = <usize>a << 2;
  const y = <usize>b << 2;
  return isAfter(load<f32>(scores + x), load<i32>(found + x), load<f32>(scores + y), load<i32>(found + y));
}

/** |a − b|² of rows whose padding is 0. */
function squaredDistance(a: usize, b: usize, d: i32): f32 {
  let sum = splat(0);
  for (const end = a + (<usize>((d + 3) & ~3) << 2); a < end; a += 16) {
    const difference = f32x4.sub(v128.load(a), v128.load(b));
    sum = madd(difference, difference, sum);
    b += 16;
  }
  return <f32>sumLanes(sum);
}

/** Of the heaps heap … heap + count − 1, which are those of rows first …: the nearest `wanted`, indices and squared distances. */
export function rankRows(
  s: Search,
  heap: i32,
  count: i32,
  first: i32,
  wanted: i32,
  indices: usize,
  distances: usize,
): void {
  const slots = <usize>s.kept << 2;
  const bytes = <usize>wanted << 2;
  for (let i = 0; i < count; i++) {
    const at = <usize>(heap + i) * slots;
    rankRow(s, first + i, s.scores + at, s.found + at, s.kept);
    memory.copy(indices, s.found + at, bytes);
    memory.copy(distances, s.scores + at, bytes);
    indices += bytes;
    distances += bytes;
  }
}
