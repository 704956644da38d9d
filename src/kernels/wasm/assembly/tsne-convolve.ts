import { transform } from './fft';
import { Grid, rowBytes } from './tsne-grid';
import { madd } from './vector';

/* Charges on the nodes of a grid become forces there: see tsne-grid.ts. */

/** Bytes of a line with so many values. */
// @ts-ignore: decorator
@inline
function lineBytes(width: i32): usize {
  return <usize>(width << 3) + 64;
}

/** Forces at the nodes from the charges; returns Σ φ over all pairs of points, each point's own pair with itself too. */
export function convolve(grid: Grid): f64 {
  const half = grid.size >> 1;
  for (let y = 0; y < half; y += 8) {
    loadCharges(grid, y);
    alongX(grid, y, half);
  }
  let sum: f64 = 0;
  for (let kx = 0; kx <= half; kx += 4) sum += alongY(grid, kx);
  for (let y = 0; y < half; y += 4) backAlongX(grid, y);
  return sum;
}

/** Eight columns of charges as four complex ones. */
function loadCharges(grid: Grid, y: i32): void {
  const half = grid.size >> 1;
  const row = rowBytes(grid);
  let from = grid.charges + (<usize>y << 2);
  let to = grid.x;
  for (let x = 0; x < half; x++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += row;
    to += 32;
  }
  memory.fill(to, 0, <usize>half << 5);
}

/** Transforms the eight columns y … y + 7 in grid.x, and parts them: twice the transform of each, of kx to M/2. */
export function alongX(grid: Grid, y: i32, width: i32): void {
  const n = grid.size;
  const line = lineBytes(width);
  const z = transform(grid.plan, grid.x, grid.spare);
  let to = grid.spectrum + (<usize>y << 3);
  for (let k = 0; k <= n >> 1; k++) {
    const at = z + (<usize>k << 5);
    const mirror = z + (<usize>(k == 0 ? 0 : n - k) << 5);
    const re = v128.load(at);
    const im = v128.load(at, 16);
    const mirrorRe = v128.load(mirror);
    const mirrorIm = v128.load(mirror, 16);
    v128.store(to, f32x4.add(re, mirrorRe));
    v128.store(to, f32x4.sub(im, mirrorIm), 16);
    v128.store(to, f32x4.add(im, mirrorIm), 32);
    v128.store(to, f32x4.sub(mirrorRe, re), 48);
    to += line;
  }
}

/** Four lines of the spectrum as elements whose lanes are the lines; blocks of four values, `from` may begin 16 bytes in. */
// @ts-ignore: decorator
@inline
function turnIn(from: usize, line: usize, to: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + line);
  const c = v128.load(from + line * 2);
  const d = v128.load(from + line * 3);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ef = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const gh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(ef, gh, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(ef, gh, 2, 3, 6, 7), 96);
}

/** The way back. */
// @ts-ignore: decorator
@inline
function turnOut(from: usize, to: usize, line: usize): void {
  const a = v128.load(from);
  const b = v128.load(from, 32);
  const c = v128.load(from, 64);
  const d = v128.load(from, 96);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ef = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const gh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to + line, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  v128.store(to + line * 2, v128.shuffle<f32>(ef, gh, 0, 1, 4, 5));
  v128.store(to + line * 3, v128.shuffle<f32>(ef, gh, 2, 3, 6, 7));
}

/** Four lines kx … kx + 3 into grid.x, transformed along y; returns where that is. */
export function transformLines(grid: Grid, kx: i32, width: i32): usize {
  const line = lineBytes(width);
  let from = grid.spectrum + <usize>kx * line;
  let to = grid.x;
  for (let y = 0; y < width; y += 4) {
    turnIn(from, line, to);
    turnIn(from + 16, line, to + 16);
    from += 32;
    to += 128;
  }
  memory.fill(to, 0, <usize>(grid.size - width) << 5);
  return transform(grid.plan, grid.x, grid.spare);
}

/** There along y, times the kernels, and back. */
function alongY(grid: Grid, kx: i32): f64 {
  const w = transformLines(grid, kx, grid.size >> 1);
  const sum = multiply(grid, kx, w);
  // `w` may be grid.x or grid.spare; nothing needs it any more.
  storeLines(grid, transform(grid.plan, grid.a, grid.spare), grid.spectrum, kx);
  storeLines(grid, transform(grid.plan, grid.b, grid.x), grid.other, kx);
  return sum;
}

/** i·a·W and i·b·W, real and imaginary parts exchanged: so the transform that follows is the inverse. */
function multiply(grid: Grid, kx: i32, w: usize): f64 {
  const n = grid.size;
  const table = grid.kernels + <usize>(kx >> 2) * <usize>((n >> 1) + 1) * 48;
  let sum: f64 = 0;
  let a = grid.a;
  let b = grid.b;
  for (let ky = 0; ky < n; ky++) {
    const beyond = ky > n >> 1;
    const kernel = table + <usize>(beyond ? n - ky : ky) * 48;
    const re = v128.load(w);
    const im = v128.load(w, 16);
    const power = madd(re, re, f32x4.mul(im, im));
    sum += lanes(f32x4.mul(power, v128.load(kernel)));
    const x = v128.load(kernel, 16);
    v128.store(a, f32x4.mul(x, re));
    v128.store(a, f32x4.neg(f32x4.mul(x, im)), 16);
    const size = v128.load(kernel, 32);
    const y = beyond ? f32x4.neg(size) : size;
    v128.store(b, f32x4.mul(y, re));
    v128.store(b, f32x4.neg(f32x4.mul(y, im)), 16);
    w += 32;
    a += 32;
    b += 32;
  }
  return sum;
}

// @ts-ignore: decorator
@inline
function lanes(v: v128): f64 {
  const wide = f64x2.add(f64x2.promote_low_f32x4(v), f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 0, 1)));
  return f64x2.extract_lane(wide, 0) + f64x2.extract_lane(wide, 1);
}

/** The first half of a transform back to lines, parts exchanged again. */
function storeLines(grid: Grid, from: usize, spectrum: usize, kx: i32): void {
  const half = grid.size >> 1;
  const line = lineBytes(half);
  let to = spectrum + <usize>kx * line;
  for (let y = 0; y < half; y += 4) {
    turnOut(from + 16, to, line);
    turnOut(from, to + 16, line);
    from += 128;
    to += 32;
  }
}

/** Both forces of the columns y … y + 3 in one transform: theirs are real, so one goes as the imaginary part. */
function backAlongX(grid: Grid, y: i32): void {
  const n = grid.size;
  const half = n >> 1;
  const line = lineBytes(half);
  let from = grid.spectrum + (<usize>y << 3);
  const planes = grid.other - grid.spectrum;
  for (let k = 0; k <= half; k++) {
    const xRe = v128.load(from);
    const xIm = v128.load(from, 16);
    const yRe = v128.load(from + planes);
    const yIm = v128.load(from + planes, 16);
    const at = grid.x + (<usize>k << 5);
    v128.store(at, f32x4.add(xIm, yRe));
    v128.store(at, f32x4.sub(xRe, yIm), 16);
    if (k > 0 && k < half) {
      const mirror = grid.x + (<usize>(n - k) << 5);
      v128.store(mirror, f32x4.sub(yRe, xIm));
      v128.store(mirror, f32x4.add(xRe, yIm), 16);
    }
    from += line;
  }
  let found = transform(grid.plan, grid.x, grid.spare);
  const row = rowBytes(grid);
  let at = <usize>y << 2;
  for (let x = 0; x < half; x++) {
    v128.store(grid.forceX + at, v128.load(found, 16));
    v128.store(grid.forceY + at, v128.load(found));
    found += 32;
    at += row;
  }
}
