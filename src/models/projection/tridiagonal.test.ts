import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { symmetricEigensystem } from './symmetric.ts';
import { largeEigensystem } from './tridiagonal.ts';

/** B Bᵀ − shift: symmetric, of rank `rank` where nothing is shifted. */
function symmetric(m: number, rank: number, shift: number): Float64Array {
  const random = createRandom(m + rank);
  const b = Float64Array.from({ length: m * rank }, () => random.normal());
  const a = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      for (let k = 0; k < rank; k++) a[i * m + j]! += b[i * rank + k]! * b[j * rank + k]!;
    }
    a[i * m + i]! -= shift;
  }
  return a;
}

const MATRICES: readonly (readonly [string, Float64Array, number])[] = [
  ['one row', Float64Array.of(-3), 1],
  ['two rows', Float64Array.of(2, 1, 1, 2), 2],
  ['full', symmetric(40, 40, 7), 40],
  ['of low rank', symmetric(30, 4, 0), 30],
  ['the unit matrix', Float64Array.from({ length: 81 }, (_, i) => (i % 10 === 0 ? 1 : 0)), 9],
  ['zero', new Float64Array(25), 5],
  ['of equal entries', new Float64Array(64).fill(1e9), 8],
];

describe('largeEigensystem', () => {
  it.each(MATRICES)('%s: A q = λ q, and q are orthonormal', (_, a, m) => {
    const { values, vectors } = largeEigensystem(a, m);
    const scale = Math.max(1e-300, ...a.map(Math.abs)) * m;
    const column = (j: number) => Array.from({ length: m }, (_, i) => vectors[i * m + j] ?? NaN);
    const dot = (one: ArrayLike<number>, other: readonly number[]) =>
      other.reduce((sum, x, i) => sum + x * (one[i] ?? NaN), 0);
    for (let j = 0; j < m; j++) {
      const q = column(j);
      for (let i = 0; i < m; i++) {
        const image = dot(a.subarray(i * m, (i + 1) * m), q);
        expect(Math.abs(image - (values[j] ?? NaN) * (q[i] ?? NaN)) / scale).toBeLessThan(1e-13);
        expect(dot(column(i), q)).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });

  it('has the eigenvalues that rotations find', () => {
    const a = symmetric(20, 25, 3);
    const [one, other] = [largeEigensystem(a, 20), symmetricEigensystem(a, 20)];
    one.values.forEach((value, i) => {
      expect(value).toBeCloseTo(other.values[i] ?? NaN, 9);
    });
  });
});
