import type { Eigensystem } from './symmetric.ts';

/** A symmetric matrix as Q T Qᵀ with T tridiagonal. */
interface Tridiagonal {
  /** Diagonal of T, m. */
  readonly diagonal: Float64Array;
  /** Beside the diagonal, m − 1, then a 0. */
  readonly beside: Float64Array;
  /** (m, m) row-major: row j is column j of Q, so that rotations run along rows. */
  readonly turned: Float64Array;
}

/** Steps that one eigenvalue may take; two or three are usual. */
const MOST_STEPS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix (m, m) of some hundred rows: Householder's reduction to tridiagonal form,
 * then QL steps with implicit shifts (Golub & Van Loan, *Matrix Computations*, sections 8.3.1 and 8.3.3). About 9 m³ operations.
 */
export function largeEigensystem(matrix: Float64Array, m: number): Eigensystem {
  const { diagonal, beside, turned } = tridiagonalise(matrix, m);
  for (let first = 0; first < m; first++) settle(diagonal, beside, turned, m, first);
  return sorted(diagonal, turned, m);
}

/** One reflection a column: what stands below the entry beside the diagonal becomes 0. */
function tridiagonalise(matrix: Float64Array, m: number): Tridiagonal {
  const a = matrix.slice();
  const turned = new Float64Array(m * m);
  for (let i = 0; i < m; i++) turned[i * m + i] = 1;
  const v = new Float64Array(m);
  const p = new Float64Array(m);
  for (let k = 0; k < m - 2; k++) {
    if (!reflector(a, m, k, v)) continue;
    reflectBothSides(a, m, k + 1, v, p);
    reflectRows(turned, m, k + 1, v, p);
  }
  const diagonal = Float64Array.from({ length: m }, (_, i) => a[i * m + i]!);
  const beside = Float64Array.from({ length: m }, (_, i) => (i + 1 < m ? a[(i + 1) * m + i]! : 0));
  return { diagonal, beside, turned };
}

/** v with ‖v‖ = √2, so that I − v vᵀ sends column k below the diagonal to its first entry; false: there is nothing to send. */
function reflector(a: Float64Array, m: number, k: number, v: Float64Array): boolean {
  let largest = 0;
  for (let i = k + 1; i < m; i++) largest = Math.max(largest, Math.abs(a[i * m + k]!));
  if (largest === 0) return false;
  let squares = 0;
  for (let i = k + 1; i < m; i++) {
    v[i] = a[i * m + k]! / largest;
    squares += v[i]! * v[i]!;
  }
  const length = Math.sqrt(squares);
  const head = v[k + 1]!;
  v[k + 1] = head + (head < 0 ? -length : length);
  const scale = Math.sqrt(2 / (squares - head * head + v[k + 1]! * v[k + 1]!));
  for (let i = k + 1; i < m; i++) v[i]! *= scale;
  return true;
}

/** A ← (I − v vᵀ) A (I − v vᵀ), from row and column `from` − 1 on: A − v wᵀ − w vᵀ with w = A v − ½ (vᵀ A v) v. */
function reflectBothSides(a: Float64Array, m: number, from: number, v: Float64Array, w: Float64Array): void {
  let product = 0;
  for (let i = from - 1; i < m; i++) {
    let sum = 0;
    for (let j = from; j < m; j++) sum += a[i * m + j]! * v[j]!;
    w[i] = sum;
    if (i >= from) product += sum * v[i]!;
  }
  for (let i = from; i < m; i++) w[i]! -= (product / 2) * v[i]!;
  v[from - 1] = 0;
  for (let i = from - 1; i < m; i++) {
    const [vi, wi] = [v[i]!, w[i]!];
    for (let j = from - 1; j < m; j++) a[i * m + j]! -= vi * w[j]! + wi * v[j]!;
  }
}

/** Rows ← (I − v vᵀ) rows. */
function reflectRows(rows: Float64Array, m: number, from: number, v: Float64Array, sums: Float64Array): void {
  sums.fill(0);
  for (let i = from; i < m; i++) {
    const vi = v[i]!;
    for (let j = 0; j < m; j++) sums[j]! += vi * rows[i * m + j]!;
  }
  for (let i = from; i < m; i++) {
    const vi = v[i]!;
    for (let j = 0; j < m; j++) rows[i * m + j]! -= vi * sums[j]!;
  }
}

/** QL steps until eigenvalue `first` stands alone. */
function settle(d: Float64Array, e: Float64Array, rows: Float64Array, m: number, first: number): void {
  for (let step = 0; step < MOST_STEPS; step++) {
    let last = first;
    while (last < m - 1 && !isNothing(e[last]!, d[last]!, d[last + 1]!)) last++;
    if (last === first) return;
    chase(d, e, rows, m, first, last);
  }
}

const isNothing = (beside: number, a: number, b: number) =>
  Math.abs(beside) <= Number.EPSILON * (Math.abs(a) + Math.abs(b));

/** One implicit QL step with Wilkinson's shift on rows `first` … `last`. */
function chase(
  d: Float64Array,
  e: Float64Array,
  rows: Float64Array,
  m: number,
  first: number,
  last: number,
): void {
  const half = (d[first + 1]! - d[first]!) / (2 * e[first]!);
  const root = Math.hypot(half, 1);
  let g = d[last]! - d[first]! + e[first]! / (half + (half < 0 ? -root : root));
  let [s, c, moved] = [1, 1, 0];
  for (let i = last - 1; i >= first; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    const length = Math.hypot(f, g);
    e[i + 1] = length;
    if (length === 0) {
      d[i + 1]! -= moved;
      e[last] = 0;
      return;
    }
    s = f / length;
    c = g / length;
    g = d[i + 1]! - moved;
    const turn = (d[i]! - g) * s + 2 * c * b;
    moved = s * turn;
    d[i + 1] = g + moved;
    g = c * turn - b;
    rotateRows(rows, m, i, s, c);
  }
  d[first]! -= moved;
  e[first] = g;
  e[last] = 0;
}

function rotateRows(rows: Float64Array, m: number, i: number, s: number, c: number): void {
  const [one, two] = [i * m, (i + 1) * m];
  for (let k = 0; k < m; k++) {
    const f = rows[two + k]!;
    const x = rows[one + k]!;
    rows[two + k] = s * x + c * f;
    rows[one + k] = c * x - s * f;
  }
}

function sorted(values: Float64Array, rows: Float64Array, m: number): Eigensystem {
  const order = Array.from({ length: m }, (_, i) => i).sort((i, j) => values[j]! - values[i]!);
  const vectors = new Float64Array(m * m);
  order.forEach((from, j) => {
    for (let i = 0; i < m; i++) vectors[i * m + j] = rows[from * m + i]!;
  });
  return { values: Float64Array.from(order, (i) => values[i]!), vectors };
}
