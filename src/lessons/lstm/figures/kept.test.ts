import { describe, expect, it } from 'vitest';
import { initialForget, keptShare } from './kept.ts';

describe('keptShare', () => {
  it('halves at every step without a bias', () => {
    expect(keptShare(0, 1)).toBe(0.5);
    expect(keptShare(0, 20)).toBeCloseTo(9.5367e-7, 11);
  });

  // σ(1) = 1 / (1 + 1/e) = 0.7310586; its 20th power, by logarithms: e^(20 · ln 0.7310586) = e^(−6.26523).
  it('keeps two thousand times as much with a bias of 1', () => {
    expect(initialForget(1)).toBeCloseTo(0.7310586, 7);
    expect(keptShare(1, 20)).toBeCloseTo(Math.exp(-6.26523), 7);
    expect(keptShare(1, 20) / keptShare(0, 20)).toBeGreaterThan(1900);
    expect(keptShare(1, 20) / keptShare(0, 20)).toBeLessThan(2100);
  });
});
