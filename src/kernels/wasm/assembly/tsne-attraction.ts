import { madd, splat, sumLanes } from './vector';

/*
 * What draws points together: over the sparse P, four entries of a row at a time. Rows begin at multiples of four; what pads them
 * is the row's own point with p = 0.
 */

const LN2: f32 = 0.6931471805599453;
const SQRT_HALF: f32 = 0.7071067811865476;

/** (x₀ y₀ x₁ y₁) of two points. */
// @ts-ignore: decorator
@inline
function two(points: usize, columns: usize): v128 {
  const first = v128.load64_zero(points + (<usize>load<u32>(columns) << 3));
  return v128.load64_lane(points + (<usize>load<u32>(columns, 4) << 3), first, 1);
}

/** A point (x, y, z) and four bytes more. */
// @ts-ignore: decorator
@inline
function three(points: usize, columns: usize): v128 {
  return v128.load(points + <usize>load<u32>(columns) * 12);
}

/** Σ_j p_ij (y_i − y_j) q_ij into out (n × 2). */
export function attract2(starts: usize, columns: usize, values: usize, points: usize, n: i32, out: usize): void {
  const one = splat(1);
  for (let i = 0; i < n; i++) {
    const own = points + (<usize>i << 3);
    const xi = v128.load32_splat(own);
    const yi = v128.load32_splat(own, 4);
    let fx = splat(0);
    let fy = fx;
    const end = <usize>load<u32>(starts + (<usize>i << 2), 4) << 2;
    for (let at = <usize>load<u32>(starts + (<usize>i << 2)) << 2; at < end; at += 16) {
      const a = two(points, columns + at);
      const b = two(points, columns + at + 8);
      const dx = f32x4.sub(xi, v128.shuffle<f32>(a, b, 0, 2, 4, 6));
      const dy = f32x4.sub(yi, v128.shuffle<f32>(a, b, 1, 3, 5, 7));
      const w = f32x4.div(v128.load(values + at), madd(dx, dx, madd(dy, dy, one)));
      fx = madd(w, dx, fx);
      fy = madd(w, dy, fy);
    }
    store<f32>(out, <f32>sumLanes(fx));
    store<f32>(out, <f32>sumLanes(fy), 4);
    out += 8;
  }
}

/** The same in space. */
export function attract3(starts: usize, columns: usize, values: usize, points: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const own = v128.load(points + <usize>i * 12);
    let force = splat(0);
    const end = <usize>load<u32>(starts + (<usize>i << 2), 4) << 2;
    for (let at = <usize>load<u32>(starts + (<usize>i << 2)) << 2; at < end; at += 4) {
      const d = f32x4.sub(own, three(points, columns + at));
      const p = load<f32>(values + at);
      force = madd(splat(p / (1 + squared3(d))), d, force);
    }
    store<f32>(out, f32x4.extract_lane(force, 0));
    store<f32>(out, f32x4.extract_lane(force, 1), 4);
    store<f32>(out, f32x4.extract_lane(force, 2), 8);
    out += 12;
  }
}

// @ts-ignore: decorator
@inline
function squared3(d: v128): f32 {
  const s = f32x4.mul(d, d);
  return f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2);
}

/** Σ p ln(1 + d²) over all entries. */
export function logDistances(
  starts: usize,
  columns: usize,
  values: usize,
  points: usize,
  n: i32,
  m: i32,
): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) {
    const end = <usize>load<u32>(starts + (<usize>i << 2), 4) << 2;
    const begin = <usize>load<u32>(starts + (<usize>i << 2)) << 2;
    sum += m == 2 ? rowLog2(begin, end, columns, values, points, i) : rowLog3(begin, end, columns, values, points, i);
  }
  return sum;
}

function rowLog2(begin: usize, end: usize, columns: usize, values: usize, points: usize, i: i32): f64 {
  const own = points + (<usize>i << 3);
  const xi = v128.load32_splat(own);
  const yi = v128.load32_splat(own, 4);
  let sum = splat(0);
  for (let at = begin; at < end; at += 16) {
    const a = two(points, columns + at);
    const b = two(points, columns + at + 8);
    const dx = f32x4.sub(xi, v128.shuffle<f32>(a, b, 0, 2, 4, 6));
    const dy = f32x4.sub(yi, v128.shuffle<f32>(a, b, 1, 3, 5, 7));
    sum = madd(v128.load(values + at), log(madd(dx, dx, madd(dy, dy, splat(1)))), sum);
  }
  return sumLanes(sum);
}

function rowLog3(begin: usize, end: usize, columns: usize, values: usize, points: usize, i: i32): f64 {
  const own = v128.load(points + <usize>i * 12);
  let sum = splat(0);
  for (let at = begin; at < end; at += 16) {
    let d = splat(1);
    d = f32x4.replace_lane(d, 0, 1 + squared3(f32x4.sub(own, three(points, columns + at))));
    d = f32x4.replace_lane(d, 1, 1 + squared3(f32x4.sub(own, three(points, columns + at + 4))));
    d = f32x4.replace_lane(d, 2, 1 + squared3(f32x4.sub(own, three(points, columns + at + 8))));
    d = f32x4.replace_lane(d, 3, 1 + squared3(f32x4.sub(own, three(points, columns + at + 12))));
    sum = madd(v128.load(values + at), log(d), sum);
  }
  return sumLanes(sum);
}

/** ln x for normal x > 0, to 2e-7: x = 2^e · f with f from √½ to √2, and ln f = 2 atanh((f − 1) / (f + 1)). */
// @ts-ignore: decorator
@inline
function log(x: v128): v128 {
  const shifted = i32x4.sub(x, i32x4.splat(reinterpret<i32>(SQRT_HALF)));
  const e = i32x4.shr_s(shifted, 23);
  const f = i32x4.sub(x, i32x4.shl(e, 23));
  const s = f32x4.div(f32x4.sub(f, splat(1)), f32x4.add(f, splat(1)));
  const s2 = f32x4.mul(s, s);
  let sum = madd(s2, splat(2 / 9), splat(2 / 7));
  sum = madd(s2, sum, splat(2 / 5));
  sum = madd(s2, sum, splat(2 / 3));
  sum = madd(s2, sum, splat(2));
  return madd(f32x4.convert_i32x4_s(e), splat(LN2), f32x4.mul(s, sum));
}

/** The same where P has all pairs: planes and rows as in `pairs2`. */
export function logPairs2(planes: usize, plane: usize, n: i32, P: usize): f64 {
  const bytes = <usize>((n + 3) & ~3) << 2;
  let sum: f64 = 0;
  for (let i = planes, last = planes + (<usize>n << 2); i < last; i += 4) {
    const xi = v128.load32_splat(i);
    const yi = v128.load32_splat(i + plane);
    let row = splat(0);
    for (let at = planes, end = planes + bytes; at < end; at += 16) {
      const dx = f32x4.sub(xi, v128.load(at));
      const dy = f32x4.sub(yi, v128.load(at + plane));
      row = madd(v128.load(P), log(madd(dx, dx, madd(dy, dy, splat(1)))), row);
      P += 16;
    }
    sum += sumLanes(row);
  }
  return sum;
}
