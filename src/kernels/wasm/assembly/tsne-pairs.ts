import { madd, splat, sumLanes } from './vector';

/*
 * t-SNE over all pairs: two points against four at a time. Coordinates are planes (all x, all y, all z), `n` rounded up to four;
 * what pads them is so far away that it counts as nothing.
 */

const FAR: f32 = 1e18;

/** Points (n × m) as planes, `plane` bytes apart. `n` is rounded up to four. */
export function toPlanes(points: usize, n: i32, m: i32, planes: usize, plane: usize): void {
  for (let k = 0; k < m; k++) {
    let from = points + (<usize>k << 2);
    let to = planes + <usize>k * plane;
    for (let i = 0; i < n; i++) {
      store<f32>(to, load<f32>(from));
      from += <usize>m << 2;
      to += 4;
    }
    for (let i = n; i & 3; i++) {
      store<f32>(to, FAR);
      to += 4;
    }
  }
}

/** Of points i and i + 1 (or i twice): Σ (y_i − y_j) q² into forces (n × 2); returns Σ q, without their own. */
// @ts-ignore: decorator
@inline
function repelTwo(planes: usize, plane: usize, bytes: usize, i: usize, next: usize, forces: usize): f64 {
  const xi = v128.load32_splat(planes + i);
  const yi = v128.load32_splat(planes + plane + i);
  const xn = v128.load32_splat(planes + next);
  const yn = v128.load32_splat(planes + plane + next);
  const one = splat(1);
  let z = splat(0);
  let fx = z;
  let fy = z;
  let gx = z;
  let gy = z;
  for (let at = planes, end = planes + bytes; at < end; at += 16) {
    const x = v128.load(at);
    const y = v128.load(at + plane);
    const dx = f32x4.sub(xi, x);
    const dy = f32x4.sub(yi, y);
    const q = f32x4.div(one, madd(dx, dx, madd(dy, dy, one)));
    const ex = f32x4.sub(xn, x);
    const ey = f32x4.sub(yn, y);
    const r = f32x4.div(one, madd(ex, ex, madd(ey, ey, one)));
    z = f32x4.add(z, f32x4.add(q, r));
    const q2 = f32x4.mul(q, q);
    fx = madd(q2, dx, fx);
    fy = madd(q2, dy, fy);
    const r2 = f32x4.mul(r, r);
    gx = madd(r2, ex, gx);
    gy = madd(r2, ey, gy);
  }
  store<f32>(forces + i * 2, <f32>sumLanes(fx));
  store<f32>(forces + i * 2, <f32>sumLanes(fy), 4);
  store<f32>(forces + next * 2, <f32>sumLanes(gx));
  store<f32>(forces + next * 2, <f32>sumLanes(gy), 4);
  return sumLanes(z) - 2;
}

/** Σ_j (y_i − y_j) q_ij² of all points in the plane; returns Σ q over all ordered pairs. */
export function repel2(planes: usize, plane: usize, n: i32, forces: usize): f64 {
  const bytes = <usize>((n + 3) & ~3) << 2;
  let sum: f64 = 0;
  for (let i = 0; i + 2 <= n; i += 2) {
    sum += repelTwo(planes, plane, bytes, <usize>i << 2, <usize>(i + 1) << 2, forces);
  }
  const last = <usize>(n - 1) << 2;
  if (n & 1) sum += 0.5 * repelTwo(planes, plane, bytes, last, last, forces);
  return sum;
}

/** The same in space: one point at a time. */
export function repel3(planes: usize, plane: usize, n: i32, forces: usize): f64 {
  const bytes = <usize>((n + 3) & ~3) << 2;
  const one = splat(1);
  let sum: f64 = 0;
  for (let i = planes, last = planes + (<usize>n << 2); i < last; i += 4) {
    const xi = v128.load32_splat(i);
    const yi = v128.load32_splat(i + plane);
    const zi = v128.load32_splat(i + plane * 2);
    let total = splat(0);
    let fx = total;
    let fy = total;
    let fz = total;
    for (let at = planes, end = planes + bytes; at < end; at += 16) {
      const dx = f32x4.sub(xi, v128.load(at));
      const dy = f32x4.sub(yi, v128.load(at + plane));
      const dz = f32x4.sub(zi, v128.load(at + plane * 2));
      const q = f32x4.div(one, madd(dx, dx, madd(dy, dy, madd(dz, dz, one))));
      total = f32x4.add(total, q);
      const q2 = f32x4.mul(q, q);
      fx = madd(q2, dx, fx);
      fy = madd(q2, dy, fy);
      fz = madd(q2, dz, fz);
    }
    store<f32>(forces, <f32>sumLanes(fx));
    store<f32>(forces, <f32>sumLanes(fy), 4);
    store<f32>(forces, <f32>sumLanes(fz), 8);
    forces += 12;
    sum += sumLanes(total) - 1;
  }
  return sum;
}

/**
 * Where P has all pairs, in rows of whole fours (`n` rounded up, 0 behind): attraction Σ_j p_ij (y_i − y_j) q_ij and repulsion
 * in one go. Returns Σ q.
 */
export function pairs2(planes: usize, plane: usize, n: i32, P: usize, attraction: usize, forces: usize): f64 {
  const bytes = <usize>((n + 3) & ~3) << 2;
  const one = splat(1);
  let sum: f64 = 0;
  for (let i = planes, last = planes + (<usize>n << 2); i < last; i += 4) {
    const xi = v128.load32_splat(i);
    const yi = v128.load32_splat(i + plane);
    let z = splat(0);
    let fx = z;
    let fy = z;
    let ax = z;
    let ay = z;
    for (let at = planes, end = planes + bytes; at < end; at += 16) {
      const dx = f32x4.sub(xi, v128.load(at));
      const dy = f32x4.sub(yi, v128.load(at + plane));
      const q = f32x4.div(one, madd(dx, dx, madd(dy, dy, one)));
      z = f32x4.add(z, q);
      const qx = f32x4.mul(q, dx);
      const qy = f32x4.mul(q, dy);
      fx = madd(q, qx, fx);
      fy = madd(q, qy, fy);
      const p = v128.load(P);
      ax = madd(p, qx, ax);
      ay = madd(p, qy, ay);
      P += 16;
    }
    store<f32>(forces, <f32>sumLanes(fx));
    store<f32>(forces, <f32>sumLanes(fy), 4);
    store<f32>(attraction, <f32>sumLanes(ax));
    store<f32>(attraction, <f32>sumLanes(ay), 4);
    forces += 8;
    attraction += 8;
    sum += sumLanes(z) - 1;
  }
  return sum;
}
