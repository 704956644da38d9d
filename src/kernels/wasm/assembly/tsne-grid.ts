import { madd, splat } from './vector';

/*
 * Repulsion of a map of two dimensions by way of a grid (Linderman et al. 2019, "FIt-SNE"): every point is spread over 8 × 8
 * nodes, the kernels 1 / (1 + d²) and d / (1 + d²)² are summed over all nodes by Fourier transforms, and what arrives is
 * gathered at the points with the same weights. The weights are B-splines; that splines do not run through their nodes is
 * taken back in the kernels' transforms (as in particle-mesh Ewald sums, Essmann et al. 1995).
 *
 * The forces' kernels themselves are summed, so one transform goes there (of the charges, which are 1) and two come back; Z needs
 * none, by Parseval. Nodes fill half of each axis; the other half is 0, so that the circle does not close.
 */

/** What ../tsne-grid-plan.ts writes. Addresses, and M: nodes of an axis with the empty half. */
@unmanaged
export class Grid {
  size: i32;
  /** Of `transform`. */
  plan: usize;
  /** [x][y], M/2 rows, `rowBytes` apart. */
  charges: usize;
  /** [kx][y / 4][re × 4, im × 4], M/2 + 4 rows, `lineBytes` (tsne-convolve.ts) apart; then the same of the other force, at once behind. */
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

/**
 * Weights that a point gives to four of its nodes, 0 ≤ t < 1 of the way from the one in the middle to the next. `spline` has
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
