import { largeEigensystem } from './tridiagonal.ts';

/** Principal components of points (Pearson 1901): all of them. */
export interface PrincipalComponents {
  /** Variance along each component, divided by n − 1, largest first: min(n, d) of them, some of which may be 0. */
  readonly variances: Float64Array;
  /** Variance of all dimensions together. */
  readonly total: number;
  /** d. */
  readonly mean: Float64Array;
  /** d: unit axis of a component from 0; zeros for one without variance. */
  axis(component: number): Float64Array;
}

/** Rows that are multiplied at a time: what they hold stays in the cache. */
const BLOCK = 64;
/** Share of the largest variance below which there is none. */
const NOTHING = 1e-12;

/**
 * All principal components of n points (n, d) row-major, exact to rounding: the eigenvectors of whichever is smaller of the
 * covariance (d, d) and the inner products (n, n). No points, or points that coincide, have variances of 0.
 */
export function principalComponents(vectors: Float32Array, n: number, d: number): PrincipalComponents {
  const mean = meanOf(vectors, n, d);
  const isWide = n < d;
  const m = isWide ? n : d;
  const products = isWide ? innerProducts(vectors, mean, n, d) : scatter(vectors, mean, n, d);
  let total = 0;
  for (let i = 0; i < m; i++) total += products[i * m + i]! / Math.max(1, n - 1);
  const { values, vectors: found } = largeEigensystem(products, m);
  const variances = values.map((value) => Math.max(0, value) / Math.max(1, n - 1));
  const hasVariance = (j: number) => j < m && variances[j]! > NOTHING * variances[0]!;
  const column = (j: number) => Float64Array.from({ length: m }, (_, i) => found[i * m + j]!);
  return {
    variances,
    total,
    mean,
    axis(j) {
      if (!hasVariance(j)) return new Float64Array(d);
      return isWide ? combine(vectors, mean, column(j), n, d) : column(j);
    },
  };
}

/**
 * Scores of the points on the components that are named, about their mean: (n, components.length). Signs are chosen so that of
 * each component the score of largest size is positive.
 */
export function componentScores(
  { mean, axis }: PrincipalComponents,
  vectors: Float32Array,
  n: number,
  components: readonly number[],
): Float32Array<ArrayBuffer> {
  const width = components.length;
  const scores = new Float32Array(n * width);
  components.forEach((component, at) => {
    const along = scoresAlong(axis(component), mean, vectors, n);
    for (let i = 0; i < n; i++) scores[i * width + at] = along[i]!;
  });
  return scores;
}

function scoresAlong(axis: Float64Array, mean: Float64Array, vectors: Float32Array, n: number): Float64Array {
  const d = mean.length;
  const scores = new Float64Array(n);
  let most = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += (vectors[i * d + k]! - mean[k]!) * axis[k]!;
    scores[i] = sum;
    if (Math.abs(sum) > Math.abs(most) * (1 + 1e-6)) most = sum;
  }
  return most < 0 ? scores.map((x) => -x) : scores;
}

function meanOf(vectors: Float32Array, n: number, d: number): Float64Array {
  const mean = new Float64Array(d);
  for (let i = 0; i < n; i++) for (let k = 0; k < d; k++) mean[k]! += vectors[i * d + k]!;
  return mean.map((sum) => sum / Math.max(1, n));
}

/** Σ (x − mean)(x − mean)ᵀ, (d, d). */
function scatter(vectors: Float32Array, mean: Float64Array, n: number, d: number): Float64Array {
  const sums = new Float64Array(d * d);
  const block = new Float64Array(BLOCK * d);
  for (let from = 0; from < n; from += BLOCK) {
    const rows = Math.min(BLOCK, n - from);
    for (let r = 0; r < rows; r++) {
      for (let k = 0; k < d; k++) block[k * BLOCK + r] = vectors[(from + r) * d + k]! - mean[k]!;
    }
    for (let k = 0; k < d; k++) block.fill(0, k * BLOCK + rows, (k + 1) * BLOCK);
    addProducts(sums, block, d);
  }
  return mirrored(sums, d);
}

/** Adds the products of all pairs of rows of a block (d, BLOCK) to the lower triangle, two rows at a time. */
function addProducts(sums: Float64Array, block: Float64Array, d: number): void {
  for (let a = 0; a < d; a += 2) {
    const [one, two] = [a * BLOCK, Math.min(a + 1, d - 1) * BLOCK];
    const hasTwo = a + 1 < d;
    for (let b = 0; b <= Math.min(a + 1, d - 1); b++) {
      const other = b * BLOCK;
      let [s, t] = [0, 0];
      for (let r = 0; r < BLOCK; r++) {
        const x = block[other + r]!;
        s += block[one + r]! * x;
        t += block[two + r]! * x;
      }
      if (b <= a) sums[a * d + b]! += s;
      if (hasTwo) sums[(a + 1) * d + b]! += t;
    }
  }
}

function mirrored(sums: Float64Array, d: number): Float64Array {
  for (let a = 0; a < d; a++) for (let b = 0; b < a; b++) sums[b * d + a] = sums[a * d + b]!;
  return sums;
}

function innerProducts(vectors: Float32Array, mean: Float64Array, n: number, d: number): Float64Array {
  const centred = Float64Array.from({ length: n * d }, (_, at) => vectors[at]! - mean[at % d]!);
  const products = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += centred[i * d + k]! * centred[j * d + k]!;
      products[i * n + j] = sum;
    }
  }
  return mirrored(products, n);
}

/** Σᵢ uᵢ (xᵢ − mean), made a unit vector: the axis that belongs to an eigenvector u of the inner products. */
function combine(
  vectors: Float32Array,
  mean: Float64Array,
  u: Float64Array,
  n: number,
  d: number,
): Float64Array {
  const axis = new Float64Array(d);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < d; k++) axis[k]! += u[i]! * (vectors[i * d + k]! - mean[k]!);
  const length = Math.hypot(...axis);
  return axis.map((x) => (length > 0 ? x / length : 0));
}
