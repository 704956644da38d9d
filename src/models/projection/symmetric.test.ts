import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { symmetricEigensystem } from './symmetric.ts';

describe('symmetricEigensystem', () => {
  it('solves A v = λ v with orthonormal vectors, the largest value first', () => {
    const m = 7;
    const random = createRandom(3);
    const half = Float64Array.from({ length: m * m }, () => random.normal());
    const a = half.map((x, i) => x + (half[(i % m) * m + Math.floor(i / m)] ?? 0));
    const { values, vectors } = symmetricEigensystem(a, m);
    const dot = (f: (k: number) => number, g: (k: number) => number) =>
      Array.from({ length: m }, (_, k) => f(k) * g(k)).reduce((sum, x) => sum + x, 0);
    const column = (j: number) => (k: number) => vectors[k * m + j] ?? NaN;
    for (let j = 0; j < m; j++) {
      for (let i = 0; i < m; i++) {
        expect(dot(column(i), column(j))).toBeCloseTo(Number(i === j), 12);
        const image = dot((k) => a[i * m + k] ?? NaN, column(j));
        expect(image).toBeCloseTo((values[j] ?? NaN) * (vectors[i * m + j] ?? NaN), 10);
      }
    }
    expect([...values]).toEqual([...values].sort((x, y) => y - x));
  });

  it('leaves a diagonal as it is', () => {
    const { values, vectors } = symmetricEigensystem(Float64Array.of(1, 0, 0, 4), 2);
    expect([...values]).toEqual([4, 1]);
    expect([...vectors]).toEqual([0, 1, 1, 0]);
  });
});
