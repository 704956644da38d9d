import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { ComplexNumber } from '../../components/plots/ComplexPlane.tsx';

/** What a matrix does to vectors in the long run (eigenvalues) and in one step (its largest singular value). */
export interface Spectrum {
  readonly eigenvalues: readonly ComplexNumber[];
  /** ρ: the largest |λ|. */
  readonly radius: number;
  /** σ_max, the 2-norm: the most by which one product lengthens a vector. */
  readonly norm: number;
}

/** Spectrum of a square matrix (n, n), row-major. */
export function spectrumOf(matrix: Float64Array, n: number): Spectrum {
  const rows = Array.from({ length: n }, (_, row) => [...matrix.subarray(row * n, (row + 1) * n)]);
  const square = new Matrix(rows);
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(square);
  const eigenvalues = realEigenvalues.map((re, i) => ({ re, im: imaginaryEigenvalues[i] ?? 0 }));
  return {
    eigenvalues,
    radius: Math.max(...eigenvalues.map(({ re, im }) => Math.hypot(re, im))),
    norm: new SingularValueDecomposition(square).norm2,
  };
}

/** The spectrum of the matrix times a positive factor. */
export const scaledSpectrum = ({ eigenvalues, radius, norm }: Spectrum, factor: number): Spectrum => ({
  eigenvalues: eigenvalues.map(({ re, im }) => ({ re: factor * re, im: factor * im })),
  radius: factor * radius,
  norm: factor * norm,
});
