import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { biasDirection, equalise, neutralise, type VectorPair } from './bias.ts';

const draw = createRandom(11);
const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, v, k) => sum + v * (y[k] ?? 0), 0);
const size = (x: Float64Array) => Math.sqrt(dot(x, x));
const away = (x: Float64Array, y: Float64Array) => size(x.map((v, k) => v - (y[k] ?? 0)));
function unit(d: number): Float64Array {
  const x = Float64Array.from({ length: d }, () => draw.normal());
  return x.map((v) => v / size(x));
}
const pairs = (count: number, d: number): VectorPair[] =>
  Array.from({ length: count }, () => [unit(d), unit(d)] as const);
const of = (...x: number[]) => Float64Array.from(x);

function directionOf(from: readonly VectorPair[]) {
  const found = biasDirection(from);
  if (!found.ok) throw new Error(found.reason);
  return found;
}

describe('the direction', () => {
  it('is the difference of one pair', () => {
    const [a, b] = [unit(7), unit(7)];
    const { direction, shares } = directionOf([[a, b]]);
    const difference = b.map((x, k) => x - (a[k] ?? 0));
    expect(
      away(
        direction,
        difference.map((x) => x / size(difference)),
      ),
    ).toBeLessThan(1e-12);
    expect([...shares]).toEqual([1]);
  });

  it.each([2, 5, 10])('has the largest variance of %i centred pairs', (count) => {
    const all = pairs(count, 30);
    const { direction, shares } = directionOf(all);
    const variance = (g: Float64Array) =>
      all.reduce(
        (sum, [a, b]) =>
          sum +
          dot(
            b.map((x, k) => x - (a[k] ?? 0)),
            g,
          ) **
            2,
        0,
      );
    const total = all.reduce((sum, [a, b]) => sum + away(a, b) ** 2, 0);
    expect(size(direction)).toBeCloseTo(1, 12);
    expect(variance(direction) / total).toBeCloseTo(shares[0] ?? 0, 10);
    // No direction nearby, and none at random, has more.
    for (let i = 0; i < 200; i++) {
      const other = direction.map((x) => x + (i % 2 ? 0.01 : 1) * draw.normal());
      expect(variance(other.map((x) => x / size(other)))).toBeLessThanOrEqual(variance(direction) + 1e-12);
    }
    expect(shares.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
  });

  it('points from the first words to the second, and turns with them', () => {
    const all = pairs(4, 12);
    const { direction } = directionOf(all);
    const turned = directionOf(all.map(([a, b]) => [b, a] as const)).direction;
    expect(dot(direction, turned)).toBeCloseTo(-1, 10);
    const [a, b] = all[0] ?? [unit(12), unit(12)];
    expect(dot(b, direction)).toBeGreaterThan(dot(a, direction));
  });

  it('names pairs that point nowhere, and says when none is left', () => {
    const [a, b] = [unit(5), unit(5)];
    const zero = new Float64Array(5);
    expect(
      biasDirection([
        [a, a],
        [a, b],
        [zero, b],
      ]),
    ).toMatchObject({ ok: true, flat: [0, 2] });
    expect(
      biasDirection([
        [a, a],
        [zero, zero],
      ]),
    ).toEqual({ ok: false, reason: 'flat', flat: [0, 1] });
    expect(biasDirection([])).toEqual({ ok: false, reason: 'flat', flat: [] });
    const cross: VectorPair[] = [
      [of(-1, 0, 0), of(1, 0, 0)],
      [of(0, -1, 0), of(0, 1, 0)],
    ];
    expect(biasDirection(cross)).toEqual({ ok: false, reason: 'even', flat: [] });
  });
});

describe('neutralising', () => {
  it('leaves a word of length 1 with nothing along the direction', () => {
    for (let i = 0; i < 50; i++) {
      const [v, g] = [unit(20), unit(20)];
      const { vector, along, rest } = neutralise(v, g);
      if (!vector) throw new Error('nothing left');
      expect(Math.abs(dot(vector, g))).toBeLessThan(1e-15);
      expect(size(vector)).toBeCloseTo(1, 12);
      // What was taken away and what is left are the word.
      expect(
        away(
          rest.map((x, k) => x + along * (g[k] ?? 0)),
          v,
        ),
      ).toBeLessThan(1e-15);
    }
  });

  it('has nothing left of the direction itself', () => {
    const g = unit(6);
    for (const v of [g, g.map((x) => -x), new Float64Array(6)]) {
      const { vector, rest } = neutralise(v, g);
      expect(vector).toBeNull();
      expect(rest.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('equalising', () => {
  it('leaves a pair of length 1 that every neutral word is equally near to', () => {
    for (let i = 0; i < 50; i++) {
      const [a, b, g] = [unit(15), unit(15), unit(15)];
      const equal = equalise(a, b, g);
      if (!equal.ok) throw new Error(equal.reason);
      expect(size(equal.a)).toBeCloseTo(1, 12);
      expect(size(equal.b)).toBeCloseTo(1, 12);
      expect(Math.sign(dot(equal.a, g) - dot(equal.b, g))).toBe(Math.sign(dot(a, g) - dot(b, g)));
      const neutral = neutralise(unit(15), g).vector ?? g;
      expect(away(neutral, equal.a)).toBeCloseTo(away(neutral, equal.b), 12);
      expect(dot(neutral, equal.a)).toBeCloseTo(dot(neutral, equal.b), 12);
      // Across the direction they have become one.
      expect(away(neutralise(equal.a, g).rest, equal.common)).toBeLessThan(1e-12);
    }
  });

  it('says when the words are on no side, or one has no vector', () => {
    const g = of(1, 0, 0);
    expect(equalise(of(0, 1, 0), of(0, 0, 1), g)).toEqual({ ok: false, reason: 'same-side' });
    expect(equalise(g, g, g)).toEqual({ ok: false, reason: 'same-side' });
    expect(equalise(g, of(0, 0, 0), g)).toEqual({ ok: false, reason: 'no-vector' });
    const opposite = equalise(g, of(-1, 0, 0), g);
    expect(opposite).toMatchObject({ ok: true, apart: 1 });
  });
});
