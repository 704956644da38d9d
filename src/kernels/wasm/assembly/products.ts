import { splat } from './vector';
import { tile1, tile4, tileTransposed } from './micro';

/*
 * Matrix products in blocks that the caches hold: a panel of B (DEPTH × 8) stays in the first level while it meets all
 * rows of a block of A (ROWS × DEPTH), which stays in the second. Strides are in bytes, sizes in numbers.
 */
const DEPTH: i32 = 256;
const ROWS: i32 = 128;
/** Columns in a panel. */
export const PANEL: i32 = 8;

/** C (m × n) = [C +] A (m × k) · B, B packed by `packColumns` or `packTransposed`; n is a multiple of 8. */
export function product(
  a: usize,
  lda: usize,
  packed: usize,
  c: usize,
  ldc: usize,
  m: i32,
  n: i32,
  k: i32,
  add: bool,
): void {
  const panels = n / PANEL;
  for (let k0 = 0; k0 < k; k0 += DEPTH) {
    const depth = min(DEPTH, k - k0);
    const adds = add || k0 > 0;
    for (let m0 = 0; m0 < m; m0 += ROWS) {
      const rows = min(ROWS, m - m0);
      const left = a + m0 * lda + (k0 << 2);
      for (let p = 0; p < panels; p++) {
        panelProduct(left, lda, packed + ((p * k + k0) << 5), c + m0 * ldc + (p << 5), ldc, rows, depth, adds);
      }
    }
  }
}

/** One panel against a block of rows. */
function panelProduct(
  a: usize,
  lda: usize,
  panel: usize,
  c: usize,
  ldc: usize,
  rows: i32,
  depth: i32,
  add: bool,
): void {
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    tile4(a, lda, panel, c, ldc, depth, add);
    a += lda << 2;
    c += ldc << 2;
  }
  for (; row < rows; row++) {
    tile1(a, panel, c, depth, add);
    a += lda;
    c += ldc;
  }
}

/** Bytes of scratch that `transposedProduct` needs for m rows of C. */
// @ts-ignore: decorator
@inline
function leftBytes(m: i32): usize {
  return (((m + 3) & ~3) * DEPTH) << 2;
}

/**
 * C (m × n) = [C +] Aᵀ·B for A (rows × m) and B (rows × n), any sizes: a weight gradient, one product over all steps and
 * examples. `scratch` holds a packed block of A, a panel of B and an edge tile (see `scratchBytes` in ../plan.ts). Reads up
 * to 28 bytes behind the last row.
 */
export function transposedProduct(
  rows: i32,
  a: usize,
  lda: usize,
  m: i32,
  b: usize,
  ldb: usize,
  n: i32,
  c: usize,
  ldc: usize,
  scratch: usize,
  add: bool,
): void {
  const panel = scratch + leftBytes(m);
  const edge = panel + (DEPTH << 5);
  for (let r0 = 0; r0 < rows; r0 += DEPTH) {
    const depth = min(DEPTH, rows - r0);
    packLeft(a + r0 * lda, lda, m, depth, scratch);
    for (let j = 0; j < n; j += PANEL) {
      packPanel(b + r0 * ldb + (j << 2), ldb, depth, panel);
      const adds = add || r0 > 0;
      for (let i = 0; i < m; i += 4) {
        const left = scratch + ((i * depth) << 2);
        const at = c + i * ldc + (j << 2);
        if (i + 4 <= m && j + PANEL <= n) tileTransposed(left, panel, at, ldc, depth, adds);
        else edgeTile(left, panel, at, ldc, depth, adds, min(4, m - i), min(PANEL, n - j), edge);
      }
    }
  }
}

/** [m / 4][depth][4] from rows of A. */
function packLeft(a: usize, lda: usize, m: i32, depth: i32, to: usize): void {
  for (let i = 0; i < m; i += 4) {
    let from = a + (i << 2);
    for (let r = 0; r < depth; r++) {
      v128.store(to, v128.load(from));
      from += lda;
      to += 16;
    }
  }
}

/** [depth][8] from eight columns of B. */
function packPanel(b: usize, ldb: usize, depth: i32, to: usize): void {
  for (let r = 0; r < depth; r++) {
    v128.store(to, v128.load(b));
    v128.store(to, v128.load(b, 16), 16);
    b += ldb;
    to += 32;
  }
}

/** A tile that hangs over the edge of C: computed beside it, and what lies inside is added. */
function edgeTile(
  left: usize,
  panel: usize,
  c: usize,
  ldc: usize,
  depth: i32,
  add: bool,
  rows: i32,
  columns: i32,
  edge: usize,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      store<f32>(edge + (i << 5) + (j << 2), add ? load<f32>(c + i * ldc + (j << 2)) : 0);
    }
  }
  tileTransposed(left, panel, edge, 32, depth, true);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      store<f32>(c + i * ldc + (j << 2), load<f32>(edge + (i << 5) + (j << 2)));
    }
  }
}

/** out (n) = [out +] the sum of `rows` rows of b (rows × n). Reads up to 12 bytes behind a row. */
export function columnSums(b: usize, ldb: usize, rows: i32, n: i32, out: usize, add: bool): void {
  let j = 0;
  for (; j + 16 <= n; j += 16) lineSums(b + (j << 2), ldb, rows, out + (j << 2), add);
  for (; j < n; j += 4) {
    let sum = add ? v128.load(out + (j << 2)) : splat(0);
    let from = b + (j << 2);
    for (let r = 0; r < rows; r++) {
      sum = f32x4.add(sum, v128.load(from));
      from += ldb;
    }
    storeSome(out + (j << 2), sum, n - j);
  }
}

/** Sixteen columns at a time: a whole line of the cache. */
function lineSums(b: usize, ldb: usize, rows: i32, out: usize, add: bool): void {
  let s0 = add ? v128.load(out) : splat(0);
  let s1 = add ? v128.load(out, 16) : splat(0);
  let s2 = add ? v128.load(out, 32) : splat(0);
  let s3 = add ? v128.load(out, 48) : splat(0);
  for (let r = 0; r < rows; r++) {
    s0 = f32x4.add(s0, v128.load(b));
    s1 = f32x4.add(s1, v128.load(b, 16));
    s2 = f32x4.add(s2, v128.load(b, 32));
    s3 = f32x4.add(s3, v128.load(b, 48));
    b += ldb;
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
}

/** The first `count` of four numbers; all of them when there is room. */
export function storeSome(to: usize, v: v128, count: i32): void {
  if (count >= 4) {
    v128.store(to, v);
    return;
  }
  store<f32>(to, f32x4.extract_lane(v, 0));
  if (count > 1) store<f32>(to, f32x4.extract_lane(v, 1), 4);
  if (count > 2) store<f32>(to, f32x4.extract_lane(v, 2), 8);
}
