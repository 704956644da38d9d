import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellHistogram, weightFacts } from './weights.ts';

it('cellHistogram puts every cell between its edges', () => {
  const values = fc.array(fc.double({ min: 0.05, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, (list) => {
      const { edges, counts } = cellHistogram(Float64Array.from(list));
      expect(edges).toHaveLength(counts.length + 1);
      counts.forEach((count, i) => {
        const [low, high] = [edges[i] ?? NaN, edges[i + 1] ?? NaN];
        const inside = list.filter((x) => Math.log10(x) >= low - 1e-8 && Math.log10(x) < high - 1e-8);
        expect(count).toBe(inside.length);
      });
    }),
  );
  expect(cellHistogram(new Float64Array(0)).counts).toHaveLength(0);
});

it('weightFacts says what the largest cells weigh, by hand', () => {
  const sorted = Float64Array.from([16, ...new Array<number>(99).fill(1)]);
  const facts = weightFacts(sorted, { most: 4, power: 0.5 });
  // f(16) = 1, f(1) = (1/4)^½ = ½.
  expect(facts).toEqual({
    cells: 100,
    below: 0.99,
    weight: 1 + 99 / 2,
    top: expect.closeTo(1 / 50.5, 12),
    plainTop: expect.closeTo(16 / 115, 12),
  });
});
