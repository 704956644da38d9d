import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPoint, pointGrid } from './pointGrid.ts';

const FRAME = { width: 300, height: 200 };
const screens = fc
  .array(
    fc.tuple(fc.double({ min: -50, max: 350, noNaN: true }), fc.double({ min: -50, max: 250, noNaN: true })),
    {
      maxLength: 60,
    },
  )
  .map((places) => Float32Array.from(places.flat()));

/** By looking at all. */
function nearest(screen: Float32Array, x: number, y: number, within: number): number {
  let least = within;
  for (let i = 0; i < screen.length / 2; i++) {
    const [a = 0, b = 0] = screen.slice(2 * i);
    const isShown = a >= 0 && b >= 0 && a < 312 && b < 216;
    if (isShown) least = Math.min(least, Math.hypot(a - x, b - y));
  }
  return least;
}

describe('nearestPoint', () => {
  it('is as near as any point in sight', () => {
    fc.assert(
      fc.property(
        screens,
        fc.integer({ min: 0, max: 299 }),
        fc.integer({ min: 0, max: 199 }),
        (screen, x, y) => {
          const found = nearestPoint(pointGrid(screen, FRAME), x, y, 40);
          const least = nearest(screen, x, y, 40);
          if (found < 0) expect(least).toBe(40);
          else {
            expect(Math.hypot((screen[2 * found] ?? 0) - x, (screen[2 * found + 1] ?? 0) - y)).toBeCloseTo(
              least,
              4,
            );
          }
        },
      ),
    );
  });

  it('finds nothing where points are no numbers', () => {
    expect(nearestPoint(pointGrid(Float32Array.of(Number.NaN, 5), FRAME), 5, 5, 10)).toBe(-1);
  });
});
