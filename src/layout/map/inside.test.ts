import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsInside } from './inside.ts';

describe('pointsInside', () => {
  it('knows the inside of a triangle by its three sides', () => {
    const corners = [
      [0, 0],
      [100, 20],
      [30, 90],
    ] as const;
    const isLeft = (x: number, y: number) =>
      corners.every(([ax, ay], i) => {
        const [bx, by] = corners[(i + 1) % 3] ?? [0, 0];
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
      });
    // On a side itself, rounding decides.
    const place = fc.integer({ min: -20, max: 120 }).map((whole) => whole + 0.371);
    fc.assert(
      fc.property(place, place, (x, y) => {
        const screen = Float32Array.of(x, y);
        const expected = isLeft(screen[0] ?? 0, screen[1] ?? 0) ? [0] : [];
        expect(pointsInside(screen, corners)).toEqual(expected);
      }),
    );
  });

  it('leaves out the hollow of a bent outline, and what is no number', () => {
    const horseshoe = [
      [0, 0],
      [90, 0],
      [90, 90],
      [60, 90],
      [60, 30],
      [30, 30],
      [30, 90],
      [0, 90],
    ] as const;
    const screen = Float32Array.of(15, 60, 45, 60, 75, 60, 45, 15, Number.NaN, 5);
    expect(pointsInside(screen, horseshoe)).toEqual([0, 2, 3]);
  });
});
