import { describe, expect, it } from 'vitest';
import { createRandom, createRandomFromState, splitMix64, xoshiro128 } from './random.ts';

describe('the published algorithms', () => {
  it('xoshiro128** from state 1, 2, 3, 4 gives the reference stream', () => {
    const state = new Uint32Array([1, 2, 3, 4]);
    const stream = Array.from({ length: 10 }, () => xoshiro128(state));
    expect(stream).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('SplitMix64 from 1234567 gives the reference stream', () => {
    const next = splitMix64(1234567n);
    expect([next(), next(), next(), next(), next()]).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });
});

describe('createRandom', () => {
  it('takes any 32-bit seed, zero and negative ones included, and seeds differ', () => {
    const firsts = [0, 1, -1, 2 ** 31, 0x7fffffff, 12345].map((seed) => createRandom(seed).next());
    expect(new Set(firsts).size).toBe(6);
    expect(createRandom(-1).next()).toBe(createRandom(2 ** 32 - 1).next());
  });

  it('goes on bit for bit from a saved state, between normals too', () => {
    const random = createRandom(7);
    random.normal();
    const copy = createRandomFromState(random.state());
    const draw = (r: typeof random) => [r.normal(), r.next(), r.integer(10), r.normal()];
    expect(draw(copy)).toEqual(draw(random));
    expect(copy.state()).toEqual(random.state());
  });

  it('hands out copies of its state', () => {
    const random = createRandom(7);
    random.state().fill(0);
    expect(random.state().some((word) => word !== 0)).toBe(true);
  });

  it('refuses a state that could never leave zero and a range that is none', () => {
    expect(() => createRandomFromState(new Uint32Array(4))).toThrow(RangeError);
    expect(() => createRandomFromState(new Uint32Array(3).fill(1))).toThrow(RangeError);
    expect(() => createRandom(1).integer(0)).toThrow(RangeError);
    expect(() => createRandom(1).integer(2.5)).toThrow(RangeError);
  });
});

/** Pearson's χ² of counts against equal expectations. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function histogram(cells: number, draws: number, cell: () => number): number[] {
  const counts = new Array<number>(cells).fill(0);
  for (let i = 0; i < draws; i++) counts[cell()]! += 1;
  return counts;
}

describe('distributions (χ² with 99 degrees of freedom stays under 148.2 in 99.9 % of samples)', () => {
  it.each([1, 2, 3])('next() is uniform, seed %i', (seed) => {
    const random = createRandom(seed);
    expect(chiSquare(histogram(100, 50_000, () => Math.floor(random.next() * 100)))).toBeLessThan(148.2);
  });

  it.each([1, 2, 3])('integer(100) is uniform, seed %i', (seed) => {
    const random = createRandom(seed);
    expect(chiSquare(histogram(100, 50_000, () => random.integer(100)))).toBeLessThan(148.2);
  });

  it('successive draws are independent: pairs fill the square evenly', () => {
    const random = createRandom(4);
    const pair = () => Math.floor(random.next() * 10) * 10 + Math.floor(random.next() * 10);
    expect(chiSquare(histogram(100, 50_000, pair))).toBeLessThan(148.2);
  });

  it('integer() does not favour small remainders where 2^32 is far from a multiple', () => {
    const random = createRandom(5);
    const n = 3 * 2 ** 30;
    const low = histogram(3, 30_000, () => Math.floor(random.integer(n) / 2 ** 30));
    expect(chiSquare(low)).toBeLessThan(13.8);
  });

  it('normal() has the moments of a standard normal', () => {
    const random = createRandom(6);
    const draws = Float64Array.from({ length: 100_000 }, () => random.normal());
    const moment = (power: number) => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length;
    expect(moment(1)).toBeCloseTo(0, 1.7);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02);
    expect(Math.abs(moment(3))).toBeLessThan(0.05);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
  });
});
