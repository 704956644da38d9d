import { describe, expect, it } from 'vitest';
import { fillOrthogonalBlock, fillXavier, randomOrthogonal } from './initialise.ts';
import { createRandom } from './random.ts';

/** Largest |QᵀQ − I|. */
function distanceFromOrthogonal(q: Float64Array, n: number): number {
  let worst = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? -1 : 0;
      for (let k = 0; k < n; k++) sum += q[k * n + i]! * q[k * n + j]!;
      worst = Math.max(worst, Math.abs(sum));
    }
  }
  return worst;
}

describe('randomOrthogonal', () => {
  it.each([1, 2, 7, 64])('QᵀQ = I for n = %i', (n) => {
    expect(distanceFromOrthogonal(randomOrthogonal(n, createRandom(1)), n)).toBeLessThan(1e-13);
  });

  it('favours no direction: entries have mean 0 and variance 1/n', () => {
    const random = createRandom(2);
    const entries: number[] = [];
    for (let i = 0; i < 500; i++) entries.push(...randomOrthogonal(4, random));
    const mean = entries.reduce((sum, x) => sum + x, 0) / entries.length;
    const firsts = entries.filter((_, i) => i % 16 === 0);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(firsts.reduce((sum, x) => sum + x, 0) / firsts.length)).toBeLessThan(0.07);
    expect(entries.reduce((sum, x) => sum + x * x, 0) / entries.length).toBeCloseTo(0.25, 10);
  });
});

describe('fillOrthogonalBlock', () => {
  it('fills its block and nothing else', () => {
    const matrix = new Float64Array(3 * 8).fill(9);
    fillOrthogonalBlock(matrix, { rows: 3, columns: 3, stride: 8, offset: 4 }, createRandom(3));
    const block = new Float64Array(9);
    for (let r = 0; r < 3; r++) block.set(matrix.subarray(r * 8 + 4, r * 8 + 7), r * 3);
    expect(distanceFromOrthogonal(block, 3)).toBeLessThan(1e-14);
    expect(matrix.filter((x) => x === 9)).toHaveLength(24 - 9);
  });

  it('refuses a block that is not square', () => {
    const block = { rows: 2, columns: 3, stride: 3, offset: 0 };
    expect(() => fillOrthogonalBlock(new Float64Array(6), block, createRandom(1))).toThrow(RangeError);
  });
});

describe('fillXavier', () => {
  it('stays within ±√(6/(fanIn+fanOut)) and has the variance 2/(fanIn+fanOut)', () => {
    const values = new Float64Array(20_000);
    fillXavier(values, 30, 10, createRandom(4));
    const bound = Math.sqrt(6 / 40);
    expect(Math.max(...values)).toBeLessThan(bound);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-bound);
    const variance = values.reduce((sum, x) => sum + x * x, 0) / values.length;
    expect(Math.abs(variance / (2 / 40) - 1)).toBeLessThan(0.03);
  });
});
