import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendCurve, EMPTY_CURVE, truncateCurve } from './run-curve.ts';

const points = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    step: from + i,
    loss: 1 / (from + i),
    gradientNorm: from + i,
    accuracy: null,
  }));

describe('appendCurve', () => {
  it('keeps columns together', () => {
    const curve = appendCurve(appendCurve(EMPTY_CURVE, points(1, 3)), points(4, 5));
    expect([...curve.steps]).toEqual([1, 2, 3, 4, 5]);
    expect(curve.loss[3]).toBe(1 / 4);
    expect(curve.gradientNorm[4]).toBe(5);
    expect(curve.accuracy[0]).toBeNaN();
  });

  it('takes no step twice, and gives the same curve back when there is nothing new', () => {
    const curve = appendCurve(EMPTY_CURVE, points(1, 4));
    expect(appendCurve(curve, points(3, 4))).toBe(curve);
    expect([...appendCurve(curve, points(3, 6)).steps]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('stays within its limit, in order, with the newest point', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        let curve = EMPTY_CURVE;
        let step = 0;
        for (const size of sizes) {
          curve = appendCurve(curve, points(step + 1, step + size), 32);
          step += size;
        }
        expect(curve.length).toBeLessThanOrEqual(32);
        expect(curve.steps.at(-1)).toBe(step);
        expect([...curve.steps].sort((a, b) => a - b)).toEqual([...curve.steps]);
        expect(curve.loss.at(-1)).toBe(1 / step);
      }),
    );
  });
});

it('forgets what comes after a step', () => {
  const curve = appendCurve(EMPTY_CURVE, points(1, 9));
  expect([...truncateCurve(curve, 4).steps]).toEqual([1, 2, 3, 4]);
  expect(truncateCurve(curve, 9)).toBe(curve);
  expect(truncateCurve(curve, 0).length).toBe(0);
});
