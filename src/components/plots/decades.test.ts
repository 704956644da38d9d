import { describe, expect, it } from 'vitest';
import { decadeStep, decades, powerText } from './decades.ts';

describe('decades', () => {
  it('are the powers of ten within the domain, ends included', () => {
    expect(decades([0.001, 10], 1)).toEqual([-3, -2, -1, 0, 1]);
    expect(decades([0.002, 99], 1)).toEqual([-2, -1, 0, 1]);
    expect(decades([1e-9, 1e5], 4)).toEqual([-8, -4, 0, 4]);
  });

  it('read back as the number they name', () => {
    const plain = (text: string) =>
      Number(
        [...text.replace('10', '')]
          .map((sign) => (sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))))
          .join(''),
      );
    for (const power of [-310, -12, -1, 0, 1, 29]) expect(plain(powerText(power))).toBe(power);
  });

  it.each([
    [[1e-12, 1] as const, 6],
    [[0.1, 10] as const, 5],
    [[1e-300, 1e10] as const, 7],
  ])('%j has at most %d ticks and one more', (domain, most) => {
    expect(decades(domain, decadeStep(domain, most)).length).toBeLessThanOrEqual(most + 1);
    expect(decades(domain, decadeStep(domain, most)).length).toBeGreaterThan(most / 2 - 1);
  });
});
