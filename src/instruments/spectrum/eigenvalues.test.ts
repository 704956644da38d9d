import { describe, expect, it } from 'vitest';
import { drawMatrix, MATRIX_KINDS } from '../../models/gradient-flow/matrices.ts';
import { createRandom } from '../../models/random.ts';
import { scaledSpectrum, spectrumOf } from './eigenvalues.ts';

const lengths = (values: readonly { readonly re: number; readonly im: number }[]) =>
  values.map(({ re, im }) => Math.hypot(re, im));

/** ‖Wᵏ‖ estimated with a random vector: (‖vWᵏ‖/‖v‖)^(1/k) tends to ρ (Gelfand's formula). */
function growthRate(matrix: Float64Array, n: number, k: number): number {
  const random = createRandom(9);
  let v = Array.from({ length: n }, () => random.normal());
  let log = 0;
  for (let i = 0; i < k; i++) {
    const next = v.map((_, j) => v.reduce((sum, x, row) => sum + x * (matrix[row * n + j] ?? 0), 0));
    const size = Math.hypot(...next);
    log += Math.log(size);
    v = next.map((x) => x / size);
  }
  return Math.exp(log / k);
}

describe('spectrumOf', () => {
  it('knows a rotation and a stretch', () => {
    const turn = spectrumOf(Float64Array.of(0, 2, -2, 0), 2);
    expect(turn.eigenvalues.map(({ re }) => re)).toEqual([0, 0].map((x) => expect.closeTo(x, 12)));
    expect(turn.eigenvalues.map(({ im }) => Math.abs(im))).toEqual([2, 2].map((x) => expect.closeTo(x, 12)));
    expect(turn.norm).toBeCloseTo(2, 12);
    // Eigenvalues ½ and ½, yet one product can lengthen: the largest singular value of [[½, 10], [0, ½]].
    const shear = spectrumOf(Float64Array.of(0.5, 10, 0, 0.5), 2);
    expect(shear.radius).toBeCloseTo(0.5, 6);
    expect(shear.norm).toBeCloseTo((10 + Math.sqrt(101)) / 2, 10);
  });

  it.each(MATRIX_KINDS)(
    '%s: eigenvalues sum to the trace; no |λ| above the norm; powers grow by ρ',
    (kind) => {
      const n = 12;
      const matrix = drawMatrix(kind, n, createRandom(3));
      const { eigenvalues, radius, norm } = spectrumOf(matrix, n);
      const trace = Array.from({ length: n }, (_, i) => matrix[i * (n + 1)] ?? 0).reduce((a, b) => a + b, 0);
      expect(eigenvalues.reduce((sum, { re }) => sum + re, 0)).toBeCloseTo(trace, 10);
      expect(eigenvalues.reduce((sum, { im }) => sum + im, 0)).toBeCloseTo(0, 10);
      expect(radius).toBeLessThanOrEqual(norm + 1e-12);
      expect(growthRate(matrix, n, 3000)).toBeCloseTo(radius, 2);
    },
  );

  it('has every eigenvalue of a rotation on the unit circle', () => {
    const { eigenvalues, norm } = spectrumOf(drawMatrix('orthogonal', 9, createRandom(5)), 9);
    for (const length of lengths(eigenvalues)) expect(length).toBeCloseTo(1, 10);
    expect(norm).toBeCloseTo(1, 10);
  });

  it('scales with the matrix', () => {
    const matrix = drawMatrix('gaussian', 6, createRandom(2));
    const scaled = scaledSpectrum(spectrumOf(matrix, 6), 1.7);
    const again = spectrumOf(
      matrix.map((value) => 1.7 * value),
      6,
    );
    expect(scaled.radius).toBeCloseTo(again.radius, 10);
    expect(scaled.norm).toBeCloseTo(again.norm, 10);
    expect(lengths(scaled.eigenvalues).toSorted()).toEqual(
      lengths(again.eigenvalues)
        .toSorted()
        .map((length) => expect.closeTo(length, 10)),
    );
  });
});
