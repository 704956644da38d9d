import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { drawMatrix, MATRIX_KINDS } from './matrices.ts';

describe('drawMatrix', () => {
  it('draws normals of variance 1/n', () => {
    const n = 200;
    const values = drawMatrix('gaussian', n, createRandom(1));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    // 40,000 draws: five standard deviations of the mean and of the variance.
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(n) / n);
    expect(Math.abs(variance * n - 1)).toBeLessThan((5 * Math.SQRT2) / n);
  });

  it('draws rotations: rows of length 1, at right angles', () => {
    const n = 7;
    const q = drawMatrix('orthogonal', n, createRandom(2));
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const dot = Array.from({ length: n }, (_, k) => (q[i * n + k] ?? 0) * (q[j * n + k] ?? 0));
        expect(dot.reduce((sum, value) => sum + value, 0)).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });

  it('leaves nothing below the diagonal of a triangular one, and something on and above it', () => {
    const n = 6;
    const matrix = drawMatrix('triangular', n, createRandom(3));
    matrix.forEach((value, i) => {
      expect(value === 0).toBe(Math.floor(i / n) > i % n);
    });
  });

  it.each(MATRIX_KINDS)('%s: same seed, same matrix; another seed, another', (kind) => {
    const draw = (seed: number) => drawMatrix(kind, 5, createRandom(seed));
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
  });
});
