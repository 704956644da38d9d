/** Eigenvalues from the largest down, and the eigenvectors in that order. */
export interface Eigensystem {
  readonly values: Float64Array;
  /** (m, m) row-major: eigenvector j stands in column j. */
  readonly vectors: Float64Array;
}

/** Sweeps converge quadratically: ten are more than any matrix needs. */
const SWEEPS = 30;
/** Share of the whole below which what is off the diagonal counts as nothing. */
const NOTHING = 1e-28;

/**
 * All eigenvalues of a small symmetric matrix (m, m), by Jacobi's rotations (Golub & Van Loan, *Matrix Computations*, section
 * 8.5): m³ a sweep, so for matrices of a few rows.
 */
export function symmetricEigensystem(matrix: Float64Array, m: number): Eigensystem {
  const a = matrix.slice();
  const v = new Float64Array(m * m);
  for (let i = 0; i < m; i++) v[i * m + i] = 1;
  const whole = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a, m) > NOTHING * whole; sweep++) {
    for (let p = 0; p < m; p++) for (let q = p + 1; q < m; q++) rotate(a, v, m, p, q);
  }
  return sorted(a, v, m);
}

/** Σ of the squares off the diagonal. */
function offDiagonal(a: Float64Array, m: number): number {
  return a.reduce((sum, value, i) => (i % (m + 1) === 0 ? sum : sum + value * value), 0);
}

/** Turns axes p and q so that nothing is left between them. */
function rotate(a: Float64Array, v: Float64Array, m: number, p: number, q: number): void {
  const apq = a[p * m + q]!;
  if (apq === 0) return;
  const tau = (a[q * m + q]! - a[p * m + p]!) / (2 * apq);
  const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (let i = 0; i < m; i++) turn(a, i * m + p, i * m + q, c, s);
  for (let i = 0; i < m; i++) turn(a, p * m + i, q * m + i, c, s);
  for (let i = 0; i < m; i++) turn(v, i * m + p, i * m + q, c, s);
}

function turn(x: Float64Array, i: number, j: number, c: number, s: number): void {
  const [a, b] = [x[i]!, x[j]!];
  x[i] = c * a - s * b;
  x[j] = s * a + c * b;
}

function sorted(a: Float64Array, v: Float64Array, m: number): Eigensystem {
  const order = Array.from({ length: m }, (_, i) => i).sort((i, j) => a[j * m + j]! - a[i * m + i]!);
  return {
    values: Float64Array.from(order, (i) => a[i * m + i]!),
    vectors: Float64Array.from({ length: m * m }, (_, at) => v[Math.floor(at / m) * m + order[at % m]!]!),
  };
}
