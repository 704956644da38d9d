import { transform } from './fft';
import { madd, splat } from './vector';

/*
 * Repulsion of a map of two dimensions by way of a grid (Linderman et al. 2019, "FIt-SNE"): every point is spread over 4 × 4
 * nodes, the kernels 1 / (1 + d²) and d / (1 + d²)² are summed over all nodes by Fourier transforms, and what arrives is
 * gathered at the points with the same weights. The weights are cubic B-splines; that splines do not run through their nodes is
 * taken back in the kernels' transforms (as in particle-mesh Ewald sums, Essmann et al. 1995).
 *
 * The forces' kernels themselves are summed, so one transform goes there (of the charges, which are 1) and two come back; Z needs
 * none, by Parseval. Nodes fill half of each axis; the other half is 0, so that the circle does not close.
 */

/** What ../tsne-plan.ts writes. Addresses, and M: nodes of an axis with the empty half. */
@unmanaged
export class Grid {
  size: i32;
  /** Of `transform`. */
  plan: usize;
  /** [x][y], M/2 rows, `rowBytes` apart. */
  charges: usize;
  /** [kx][y / 4][re × 4, im × 4], M/2 + 4 rows, `lineBytes` apart; then the same of the other force, at once behind. */
  spectrum: usize;
  other: usize;
  /** As `charges`. */
  forceX: usize;
  forceY: usize;
  /** [kx / 4][ky][φ × 4, a × 4, b × 4] for ky to M/2. */
  kernels: usize;
  /** Each M elements of 32 bytes. */
  x: usize;
  spare: usize;
  a: usize;
  b: usize;
  /** (M/2 + 4): what the splines' transform is divided by. */
  sharpen: usize;
  /** Nodes of an axis that a point is spread over, up to 8; the polynomials of their weights; place for eight. */
  order: i32;
  spline: usize;
  weights: usize;
}

// @ts-ignore: decorator
@inline
export function rowBytes(grid: Grid): usize {
  return <usize>(grid.size << 1) + 64;
}

/** Of a line with so many values. */
// @ts-ignore: decorator
@inline
function lineBytes(width: i32): usize {
  return <usize>(width << 3) + 64;
}

/**
 * Weights of a point at t from its middle nodes' first to their second, 0 ≤ t < 1: of four nodes or the other four. `spline` has
 * the coefficients of t⁰, t¹ … for eight nodes each.
 */
// @ts-ignore: decorator
@inline
function weights(spline: usize, order: i32, t: f32): v128 {
  const at = splat(t);
  let from = spline + (<usize>(order - 1) << 5);
  let w = v128.load(from);
  while (from > spline) {
    from -= 32;
    w = madd(at, w, v128.load(from));
  }
  return w;
}

/** Puts a charge of 1 for each of `n` points (x, y) on the nodes. `perUnit`: nodes a unit of the map. */
export function spread(grid: Grid, points: usize, n: i32, left: f32, low: f32, perUnit: f32): void {
  const row = rowBytes(grid);
  const spline = grid.spline;
  const order = grid.order;
  const last = grid.weights + (<usize>order << 2);
  memory.fill(grid.charges, 0, row * <usize>(grid.size >> 1));
  for (const end = points + (<usize>n << 3); points < end; points += 8) {
    const u = (load<f32>(points) - left) * perUnit;
    const v = (load<f32>(points, 4) - low) * perUnit;
    const i = <i32>u;
    const j = <i32>v;
    const t = u - <f32>i;
    v128.store(grid.weights, weights(spline, order, t));
    v128.store(grid.weights, weights(spline + 16, order, t), 16);
    const near = weights(spline, order, v - <f32>j);
    const far = weights(spline + 16, order, v - <f32>j);
    let at = grid.charges + <usize>i * row + (<usize>j << 2);
    for (let w = grid.weights; w < last; w += 4) {
      const x = v128.load32_splat(w);
      v128.store(at, madd(x, near, v128.load(at)));
      v128.store(at, madd(x, far, v128.load(at, 16)), 16);
      at += row;
    }
  }
}

/** Forces at the points (n × 2), from those at the nodes. */
export function gather(grid: Grid, points: usize, n: i32, left: f32, low: f32, perUnit: f32, forces: usize): void {
  const row = rowBytes(grid);
  const planes = grid.forceY - grid.forceX;
  const spline = grid.spline;
  const order = grid.order;
  const last = grid.weights + (<usize>order << 2);
  for (const end = points + (<usize>n << 3); points < end; points += 8) {
    const u = (load<f32>(points) - left) * perUnit;
    const v = (load<f32>(points, 4) - low) * perUnit;
    const i = <i32>u;
    const j = <i32>v;
    const t = u - <f32>i;
    v128.store(grid.weights, weights(spline, order, t));
    v128.store(grid.weights, weights(spline + 16, order, t), 16);
    let at = grid.forceX + <usize>i * row + (<usize>j << 2);
    let fx = splat(0);
    let fy = fx;
    let gx = fx;
    let gy = fx;
    for (let w = grid.weights; w < last; w += 4) {
      const x = v128.load32_splat(w);
      fx = madd(x, v128.load(at), fx);
      gx = madd(x, v128.load(at, 16), gx);
      fy = madd(x, v128.load(at + planes), fy);
      gy = madd(x, v128.load(at + planes, 16), gy);
      at += row;
    }
    const near = weights(spline, order, v - <f32>j);
    const far = weights(spline + 16, order, v - <f32>j);
    fx = madd(far, gx, f32x4.mul(near, fx));
    fy = madd(far, gy, f32x4.mul(near, fy));
    // (x₀+x₂, x₁+x₃, y₀+y₂, y₁+y₃), then neighbours added.
    const halves = f32x4.add(v128.shuffle<f32>(fx, fy, 0, 1, 4, 5), v128.shuffle<f32>(fx, fy, 2, 3, 6, 7));
    const sums = f32x4.add(halves, v128.shuffle<f32>(halves, halves, 1, 0, 3, 2));
    store<f32>(forces, f32x4.extract_lane(sums, 0));
    store<f32>(forces, f32x4.extract_lane(sums, 2), 4);
    forces += 8;
  }
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
function alongX(grid: Grid, y: i32, width: i32): void {
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
function transformLines(grid: Grid, kx: i32, width: i32): usize {
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

/** Which of a kernel's parts the transform has: φ is even, so its transform is real; the forces are odd along their axis. */
const PHI: i32 = 0;
const FORCE_X: i32 = 1;

/** Transforms the kernels for nodes `spacing` apart. */
export function prepareKernels(grid: Grid, spacing: f32): void {
  for (let which = PHI; which <= 2; which++) {
    for (let y = 0; y < grid.size; y += 8) {
      sample(grid, which, y, spacing);
      alongX(grid, y, grid.size);
    }
    for (let kx = 0; kx <= grid.size >> 1; kx += 4) storeKernel(grid, which, kx);
  }
}

/** Distance along an axis of node `i` of the circle from node 0, in nodes. */
// @ts-ignore: decorator
@inline
function signed(i: i32, n: i32): f32 {
  return <f32>(i < n >> 1 ? i : i - n);
}

function sample(grid: Grid, which: i32, y: i32, spacing: f32): void {
  const n = grid.size;
  let to = grid.x;
  for (let x = 0; x < n; x++) {
    for (let j = 0; j < 8; j++) {
      store<f32>(to + (<usize>j << 2), kernelAt(which, x, y + j, n, spacing));
    }
    to += 32;
  }
}

/** Half way round a force has no direction. */
function kernelAt(which: i32, i: i32, j: i32, n: i32, spacing: f32): f32 {
  const x = signed(i, n) * spacing;
  const y = signed(j, n) * spacing;
  const q: f32 = 1 / (1 + x * x + y * y);
  if (which == PHI) return q;
  if (which == FORCE_X) return i == n >> 1 ? 0 : x * q * q;
  return j == n >> 1 ? 0 : y * q * q;
}

function storeKernel(grid: Grid, which: i32, kx: i32): void {
  const n = grid.size;
  const half = n >> 1;
  const table = grid.kernels + <usize>(kx >> 2) * <usize>(half + 1) * 48 + (<usize>which << 4);
  const found = transformLines(grid, kx, n);
  const across = v128.load(grid.sharpen + (<usize>kx << 2));
  // Charges and kernels are twice too large (see `alongX`), and the inverse owes 1 / M².
  const scale: f32 = 0.25 / (<f32>n * <f32>n);
  const counts = shares(which, kx, half);
  for (let ky = 0; ky <= half; ky++) {
    const part = v128.load(found + (<usize>ky << 5) + (which == PHI ? 0 : 16));
    const sharp = f32x4.mul(across, splat(load<f32>(grid.sharpen + (<usize>ky << 2)) * scale));
    v128.store(table + <usize>ky * 48, f32x4.mul(counts, f32x4.mul(sharp, part)));
  }
}

/** Lines behind M/2 are nobody's. Of Z's sum, lines 1 to M/2 − 1 have a mirror that counts as much as they. */
function shares(which: i32, kx: i32, half: i32): v128 {
  const rest: f32 = kx == half ? 0 : 1;
  if (which != PHI) return f32x4(1, rest, rest, rest);
  return f32x4(kx == 0 || kx == half ? 0.5 : 1, rest, rest, rest);
}
