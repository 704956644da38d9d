import { randomOrthogonal } from '../initialise.ts';
import type { Random } from '../random.ts';

/**
 * Recurrent matrices to try. `gaussian`: independent normals of variance 1/n, whose eigenvalues fill the unit disc as n
 * grows (Girko's circular law). `orthogonal`: a random rotation, maybe with a reflection; every eigenvalue has length 1.
 * `triangular`: normals on and above the diagonal; far from normal, so that powers may grow for long before they shrink.
 */
export type MatrixKind = 'gaussian' | 'orthogonal' | 'triangular';
export const MATRIX_KINDS = ['gaussian', 'orthogonal', 'triangular'] as const satisfies readonly MatrixKind[];

/** A random matrix (n, n), row-major: row = the previous unit, column = the unit, as in `CellParameters`. */
export function drawMatrix(kind: MatrixKind, n: number, random: Random): Float64Array {
  if (kind === 'orthogonal') return randomOrthogonal(n, random);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < matrix.length; i++) matrix[i] = random.normal() / Math.sqrt(n);
  if (kind === 'triangular') clearBelowDiagonal(matrix, n);
  return matrix;
}

function clearBelowDiagonal(matrix: Float64Array, n: number): void {
  for (let row = 1; row < n; row++) matrix.fill(0, row * n, row * n + row);
}
