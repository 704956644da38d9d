import { randomOrthogonal } from '../initialise.ts';
import type { Random } from '../random.ts';

/**
 * Recurrent matrices to try. `gaussian`: independent normals of variance 1/n, whose eigenvalues fill the unit disc as n
 * grows (Girko's circular law). `orthogonal`: a random rotation, maybe with a reflection; every eigenvalue has length 1.
 * `triangular`: nothing below the diagonal, and what is above it
 * twice as large as what is on it: far from a normal matrix (WᵀW ≠ WWᵀ), so that powers may grow for long before they shrink.
 */
export type MatrixKind = 'gaussian' | 'orthogonal' | 'triangular';
export const MATRIX_KINDS = ['gaussian', 'orthogonal', 'triangular'] as const satisfies readonly MatrixKind[];

/** A random matrix (n, n), row-major: row = the previous unit, column = the unit, as in `CellParameters`. */
export function drawMatrix(kind: MatrixKind, n: number, random: Random): Float64Array {
  if (kind === 'orthogonal') return randomOrthogonal(n, random);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < matrix.length; i++) matrix[i] = random.normal() / Math.sqrt(n);
  if (kind === 'triangular') shear(matrix, n);
  return matrix;
}

function shear(matrix: Float64Array, n: number): void {
  for (let row = 0; row < n; row++) {
    matrix.fill(0, row * n, row * n + row);
    for (let i = row * (n + 1) + 1; i < (row + 1) * n; i++) matrix[i]! *= 2;
  }
}
