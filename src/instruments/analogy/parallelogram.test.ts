import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parallelogramOf } from './parallelogram.ts';

const D = 5;
const row = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: D, maxLength: D })
  .filter((one) => one.some((value) => value !== 0));
const rowsOf = (all: readonly (readonly number[])[]) => ({
  words: all.map((_, i) => `w${i}`),
  vectors: Float32Array.from(all.flat()),
  dimensions: D,
});
const unit = (x: readonly number[]) => x.map((value) => value / Math.hypot(...x));
const apart = (x: readonly number[] = [], y: readonly number[] = []) =>
  Math.hypot(...x.map((value, k) => value - (y[k] ?? 0)));

/** a, b, c, b − a + c and the answers, as they are in all dimensions. */
function realPoints(all: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const units = all.map(unit);
  const [a = [], b = [], c = []] = units;
  return [a, b, c, a.map((value, i) => (b[i] ?? 0) - value + (c[i] ?? 0)), ...units.slice(3)];
}

describe('parallelogramOf', () => {
  it('keeps every length between the three words, and tells what it loses of the others', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 7 }), (all) => {
        const shape = parallelogramOf(rowsOf(all));
        fc.pre(shape !== null);
        const real = realPoints(all);
        const drawn = real.map((_, i) => Array.from(shape.points.subarray(2 * i, 2 * i + 2)));
        const [a = [], b = []] = drawn;
        for (const i of [1, 2, 3])
          for (const j of [0, 1, 2])
            expect(apart(drawn[i], drawn[j])).toBeCloseTo(apart(real[i], real[j]), 5);
        shape.answers.forEach(({ distance, off }, i) => {
          expect(distance).toBeCloseTo(apart(real[4 + i], real[3]), 5);
          expect(off ** 2 + apart(drawn[4 + i], drawn[3]) ** 2).toBeCloseTo(distance ** 2, 4);
        });
        expect(shape.step).toBeCloseTo(apart(real[0], real[1]), 5);
        // b − a points up.
        expect(b[0]).toBeCloseTo(a[0] ?? Number.NaN, 5);
        expect((b[1] ?? 0) - (a[1] ?? 0)).toBeCloseTo(shape.step, 5);
      }),
      { numRuns: 200 },
    );
  });

  it('finds the fourth corner where there is one', () => {
    // Four corners of a square on the unit sphere: d − c is b − a.
    const half = Math.SQRT1_2;
    const all = [
      [half, 0, -0.5, -0.5, 0],
      [half, 0, -0.5, 0.5, 0],
      [half, 0, 0.5, -0.5, 0],
      [half, 0, 0.5, 0.5, 0],
    ];
    const shape = parallelogramOf(rowsOf(all));
    expect(shape?.answers[0]?.distance).toBeCloseTo(0, 6);
    expect(shape?.parallel).toBeCloseTo(1, 6);
    expect(shape?.taken).toBeCloseTo(1, 6);
  });

  it.each([
    ['a is b', [0, 0, 1]],
    ['a is c', [0, 1, 0]],
  ])('has no plane where %s', (_name, which) => {
    const two = [
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 0],
    ];
    expect(parallelogramOf(rowsOf(which.map((i) => two[i] ?? [])))).toBeNull();
  });

  it('leaves out answers that are words of the question', () => {
    const rows = rowsOf([
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
    ]);
    const shape = parallelogramOf({ ...rows, words: ['a', 'b', 'c', 'c', 'd'] });
    expect(shape?.answers.map(({ word }) => word)).toEqual(['d']);
    expect(shape?.points).toHaveLength(10);
  });
});
