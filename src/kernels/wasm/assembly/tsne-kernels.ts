import { alongX, transformLines } from './tsne-convolve';
import { Grid } from './tsne-grid';
import { splat } from './vector';

/* The transforms of a grid's kernels, once for each size and spacing: see tsne-grid.ts. */

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
