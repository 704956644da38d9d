import { createRandom } from '../random.ts';
import { symmetricEigensystem } from './symmetric.ts';

/** Points on the plane in which they vary most. */
export interface PrincipalPlane {
  /** (n, 2) row-major: scores on the first and the second component, about their mean. */
  readonly points: Float64Array;
  /** Variance along each of the two (divided by n − 1), and of all dimensions together. */
  readonly variances: readonly [number, number];
  readonly total: number;
}

/** Directions that are followed beside the two that count: the more, the faster the two are found. */
const GUARD = 6;
const ITERATIONS = 400;
/** ‖A q − λ q‖ of both directions, as a share of the largest λ. */
const TOLERANCE = 1e-10;

/**
 * Principal components of n points (Pearson 1901), two of them: exact to rounding, by subspace iteration with Rayleigh–Ritz
 * (Golub & Van Loan, *Matrix Computations*, section 8.2.4) on whichever of the covariance (d, d) and the inner products (n, n) is
 * smaller. Signs are chosen so that of each component the score of largest size is positive. Fewer than two points, or points
 * that all coincide, lie at 0.
 * @param rows (n, d) row-major
 */
export function principalPlane(rows: Float64Array, n: number, d: number): PrincipalPlane {
  const centred = centre(rows, n, d);
  const total = centred.reduce((sum, x) => sum + x * x, 0) / Math.max(1, n - 1);
  if (n < 2 || !(total > 0)) return { points: new Float64Array(2 * n), variances: [0, 0], total: 0 };
  const isWide = d > n;
  const m = isWide ? n : d;
  const products = isWide ? innerProducts(centred, n, d, d, 1) : innerProducts(centred, d, n, 1, d);
  const { values, vectors } = leadingPair(products, m);
  const points = isWide
    ? vectors.map((x, i) => x * Math.sqrt(Math.max(0, values[i % 2]!)))
    : project(centred, vectors, n, d);
  return { points: withSigns(points), variances: [values[0] / (n - 1), values[1] / (n - 1)], total };
}

function centre(rows: Float64Array, n: number, d: number): Float64Array {
  const means = new Float64Array(d);
  for (let i = 0; i < n * d; i++) means[i % d]! += rows[i]! / n;
  return rows.slice(0, n * d).map((x, i) => x - means[i % d]!);
}

/** Products of all pairs of `count` vectors; number k of vector i stands at `i · step + k · stride`. */
function innerProducts(x: Float64Array, count: number, length: number, step: number, stride: number) {
  const products = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < length; k++) sum += x[i * step + k * stride]! * x[j * step + k * stride]!;
      products[i * count + j] = sum;
      products[j * count + i] = sum;
    }
  }
  return products;
}

/** The two largest eigenvalues of a symmetric matrix without negative ones, and their vectors (m, 2). */
function leadingPair(a: Float64Array, m: number): { values: [number, number]; vectors: Float64Array } {
  const k = Math.min(m, 2 + GUARD);
  const random = createRandom(1);
  let basis = orthonormal(
    Float64Array.from({ length: m * k }, () => random.normal()),
    m,
    k,
  );
  let values = new Float64Array(k);
  for (let i = 0; i < ITERATIONS; i++) {
    const image = multiply(a, basis, m, m, k);
    const ritz = symmetricEigensystem(multiply(transpose(basis, m, k), image, k, m, k), k);
    values = Float64Array.from(ritz.values);
    const turned = multiply(basis, ritz.vectors, m, k, k);
    const images = multiply(image, ritz.vectors, m, k, k);
    if (isFound(turned, images, values, k)) {
      basis = turned;
      break;
    }
    basis = orthonormal(images, m, k);
  }
  return {
    values: [values[0] ?? 0, values[1] ?? 0],
    vectors: Float64Array.from({ length: 2 * m }, (_, i) => (i % 2 < k ? basis[(i >> 1) * k + (i % 2)]! : 0)),
  };
}

function isFound(vectors: Float64Array, images: Float64Array, values: Float64Array, k: number): boolean {
  let error = 0;
  vectors.forEach((x, i) => {
    if (i % k < 2) error += (images[i]! - values[i % k]! * x) ** 2;
  });
  return Math.sqrt(error) <= TOLERANCE * values[0]!;
}

const transpose = (x: Float64Array, rows: number, columns: number) =>
  x.map((_, i) => x[(i % rows) * columns + Math.floor(i / rows)]!);

/** (rows, inner) times (inner, columns). */
function multiply(a: Float64Array, b: Float64Array, rows: number, inner: number, columns: number) {
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const factor = a[i * inner + k]!;
      for (let j = 0; j < columns; j++) product[i * columns + j]! += factor * b[k * columns + j]!;
    }
  }
  return product;
}

/** Columns made orthonormal by Gram–Schmidt, twice over: once loses digits. What is left of nothing is 0. */
function orthonormal(x: Float64Array, m: number, k: number): Float64Array {
  for (let j = 0; j < k; j++) {
    const before = lengthOf(x, m, k, j);
    for (let pass = 0; pass < 2; pass++) for (let i = 0; i < j; i++) removeColumn(x, m, k, i, j);
    const length = lengthOf(x, m, k, j);
    const scale = length > 1e-14 * before ? 1 / length : 0;
    for (let row = 0; row < m; row++) x[row * k + j]! *= scale;
  }
  return x;
}

function lengthOf(x: Float64Array, m: number, k: number, j: number): number {
  let sum = 0;
  for (let row = 0; row < m; row++) sum += x[row * k + j]! ** 2;
  return Math.sqrt(sum);
}

function removeColumn(x: Float64Array, m: number, k: number, i: number, j: number): void {
  let dot = 0;
  for (let row = 0; row < m; row++) dot += x[row * k + i]! * x[row * k + j]!;
  for (let row = 0; row < m; row++) x[row * k + j]! -= dot * x[row * k + i]!;
}

function project(centred: Float64Array, axes: Float64Array, n: number, d: number): Float64Array {
  return multiply(centred, axes, n, d, 2);
}

function withSigns(points: Float64Array): Float64Array {
  const signs = [0, 1].map((axis) => {
    let most = 0;
    for (let i = axis; i < points.length; i += 2) {
      if (Math.abs(points[i]!) > Math.abs(most) * (1 + 1e-9)) most = points[i]!;
    }
    return most < 0 ? -1 : 1;
  });
  return points.map((x, i) => x * signs[i % 2]!);
}

/**
 * Points turned (and, where that fits better, mirrored) about their common origin so that they lie as near as possible to where
 * they were: orthogonal Procrustes in the plane (Schönemann 1966), without a change of size. Points without a place before
 * (NaN) follow the others; where nothing had one, all stay as they are.
 * @param points (n, 2), about their mean
 * @param before the same points as they were
 */
export function alignPoints(points: Float64Array, before: Float64Array): Float64Array {
  let [xx, xy, yx, yy] = [0, 0, 0, 0];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y, u, v] = [points[i]!, points[i + 1]!, before[i]!, before[i + 1]!];
    if (!Number.isFinite(u + v)) continue;
    xx += x * u;
    xy += x * v;
    yx += y * u;
    yy += y * v;
  }
  // Σ u·(Rx) over rotations is at most the one length, over reflections the other.
  const rotation = [xx + yy, xy - yx] as const;
  const mirror = [xx - yy, xy + yx] as const;
  const isMirrored = Math.hypot(...mirror) > Math.hypot(...rotation);
  const [c, s] = isMirrored ? mirror : rotation;
  const length = Math.hypot(c, s);
  if (!(length > 0)) return points;
  const flip = isMirrored ? -1 : 1;
  return points.map((_, i) => {
    const [x, y] = [points[i - (i % 2)]!, flip * points[i - (i % 2) + 1]!];
    return (i % 2 === 0 ? c * x - s * y : s * x + c * y) / length;
  });
}
