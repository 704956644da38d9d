import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { aliasTable, createNoise } from './noise.ts';

describe('createNoise', () => {
  it('weighs counts by their power', () => {
    const { probabilities } = createNoise([16, 1, 0], 0.75);
    expect([...probabilities]).toEqual([8 / 9, 1 / 9, 0]);
    expect([...createNoise([16, 1, 3], 0).probabilities]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect([...createNoise([6, 2], 1).probabilities]).toEqual([0.75, 0.25]);
  });

  it('draws as it says (chi-square, 0.1 %), and never what has no chance', () => {
    const counts = [400, 100, 50, 20, 10, 5, 0, 1];
    const { probabilities, draw } = createNoise(counts, 0.75);
    const random = createRandom(11);
    const draws = 50_000;
    const found = new Float64Array(counts.length);
    for (let i = 0; i < draws; i++) found[draw(random)]!++;
    expect(found[6]).toBe(0);
    const chi = [...found].reduce((sum, seen, i) => {
      const expected = draws * probabilities[i]!;
      return expected > 0 ? sum + (seen - expected) ** 2 / expected : sum;
    }, 0);
    // 0.999 quantile of chi-square with 6 degrees of freedom.
    expect(chi).toBeLessThan(22.46);
  });

  it.each([
    [[], 1],
    [[0, 0], 0.75],
    [[1, 2], Number.NaN],
  ])('refuses %j with exponent %d', (counts, exponent) => {
    expect(() => createNoise(counts, exponent)).toThrow(RangeError);
  });
});

it('an alias table gives every class its whole share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(weights, (values) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      fc.pre(total > 0);
      const probabilities = Float64Array.from(values, (value) => value / total);
      const { limits, aliases } = aliasTable(probabilities);
      const shares = new Float64Array(values.length);
      limits.forEach((limit, i) => {
        shares[i]! += limit / values.length;
        shares[aliases[i]!]! += (1 - limit) / values.length;
      });
      shares.forEach((share, i) => {
        expect(share).toBeCloseTo(probabilities[i]!, 9);
      });
    }),
  );
});
