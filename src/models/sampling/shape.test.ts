import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmax } from '../softmax/full.ts';
import { AS_IT_IS, shapeDistribution } from './shape.ts';

const P = Float64Array.of(0.5, 0.25, 0.125, 0.125);
const logits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 12 });
const options = fc.record({
  temperature: fc.double({ min: 0.1, max: 2, noNaN: true }),
  topK: fc.option(fc.integer({ min: 1, max: 12 })),
  topP: fc.double({ min: 0.01, max: 1, noNaN: true }),
});

describe('temperature', () => {
  it('is the softmax of logits divided by it', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 0.1, max: 2, noNaN: true }), (z, temperature) => {
        const given = softmax(Float64Array.from(z), z.length);
        const expected = softmax(
          Float64Array.from(z, (value) => value / temperature),
          z.length,
        );
        shapeDistribution(given, { ...AS_IT_IS, temperature }).forEach((p, i) => {
          expect(p).toBeCloseTo(expected[i]!, 10);
        });
      }),
    );
  });

  it('of a half squares the odds, by hand', () => {
    // Squares ¼, 1/16, 1/64, 1/64 sum to 22/64.
    const shaped = shapeDistribution(P, { ...AS_IT_IS, temperature: 0.5 });
    expect(shaped[0]).toBeCloseTo(16 / 22, 14);
    expect(shaped[3]).toBeCloseTo(1 / 22, 14);
  });

  it('keeps the impossible impossible, and does not overflow', () => {
    const shaped = shapeDistribution(Float64Array.of(1e-300, 0, 1 - 1e-300), {
      ...AS_IT_IS,
      temperature: 0.01,
    });
    expect([...shaped]).toEqual([0, 0, 1]);
  });
});

it('top-k keeps the k most probable, of equals the first', () => {
  expect([...shapeDistribution(P, { ...AS_IT_IS, topK: 3 })]).toEqual([4 / 7, 2 / 7, 1 / 7, 0]);
  expect([...shapeDistribution(P, { ...AS_IT_IS, topK: 99 })]).toEqual([...P]);
});

it('top-p keeps the fewest that make up p', () => {
  const kept = (topP: number) => [...shapeDistribution(P, { ...AS_IT_IS, topP })].filter((p) => p > 0).length;
  expect([0.01, 0.5, 0.51, 0.75, 0.76, 1].map(kept)).toEqual([1, 1, 2, 2, 3, 4]);
});

it('stays a distribution that keeps the order, whatever is chosen', () => {
  fc.assert(
    fc.property(logits, options, (z, chosen) => {
      const given = softmax(Float64Array.from(z), z.length);
      const shaped = shapeDistribution(given, chosen);
      expect(shaped.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      const kept = [...shaped.keys()].filter((i) => shaped[i]! > 0);
      const least = Math.min(...kept.map((i) => given[i]!));
      const dropped = [...shaped.keys()].filter((i) => shaped[i] === 0 && given[i]! > 0);
      for (const i of dropped) expect(given[i]).toBeLessThanOrEqual(least);
    }),
  );
});

it.each([{ temperature: 0 }, { temperature: Number.NaN }, { topK: 0 }, { topP: 0 }, { topP: 1.1 }])(
  'refuses %o',
  (wrong) => {
    expect(() => shapeDistribution(P, { ...AS_IT_IS, ...wrong })).toThrow(RangeError);
  },
);

it('tells two apart that the temperature makes equal', () => {
  const [less, more] = [0.16666666666666663, 0.16666666666666669];
  const given = Float64Array.of(less, less, less, less, less, more);
  const kept = shapeDistribution(given, { temperature: 2, topK: null, topP: 0.01 });
  expect([...kept]).toEqual([0, 0, 0, 0, 0, 1]);
});
