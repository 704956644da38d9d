import { describe, expect, it } from 'vitest';
import { normalCdf, normalPdf } from './normal.ts';

describe('normalCdf', () => {
  // Tabulated values of the normal distribution (Abramowitz & Stegun, tables 26.1 and 26.2).
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [-3, 1.349898031630095e-3],
    [-5, 2.866515718791939e-7],
    [-10, 7.61985302416053e-24],
  ])('Φ(%f)', (z, expected) => {
    expect(Math.abs(normalCdf(z) / expected - 1)).toBeLessThan(1e-12);
  });

  it('is continuous where the series hands over to the fraction', () => {
    for (const edge of [-2.5, 2.5]) {
      const slope = (normalCdf(edge + 1e-6) - normalCdf(edge - 1e-6)) / 2e-6;
      expect(Math.abs(slope - normalPdf(edge))).toBeLessThan(1e-8);
    }
  });

  it('ends at 0 and 1', () => {
    expect(normalCdf(-1000)).toBe(0);
    expect(normalCdf(1000)).toBe(1);
  });
});
