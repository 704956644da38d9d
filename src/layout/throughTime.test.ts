import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, layoutThroughTime } from './throughTime.ts';

const sizes = [fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 8 })] as const;
const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const ends = (path: string): readonly number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe('layoutThroughTime', () => {
  it('keeps every box inside the drawing and off every other', () => {
    fc.assert(
      fc.property(...sizes, (steps, units) => {
        const { columns, width, height } = layoutThroughTime(steps, units);
        const boxes = columns.flatMap(({ gradients, loss, states }) => [...gradients, loss, ...states]);
        expect(boxes).toHaveLength(steps * (2 * units + 1));
        for (const box of boxes) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(
            true,
          );
        }
        boxes.forEach((box, i) => {
          expect(boxes.slice(i + 1).every((other) => apart(box, other))).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('sends values right and up, gradients up and left', () => {
    const { edges } = layoutThroughTime(4, 3);
    const count = (kind: string) => edges.filter((edge) => edge.kind === kind).length;
    expect(['input', 'read-out', 'own', 'forward', 'back'].map(count)).toEqual([4, 4, 4, 3, 3]);
    for (const { kind, path } of edges) {
      const [x = 0, y = 0, to = 0] = ends(path);
      if (kind === 'forward') expect(to).toBeGreaterThan(x);
      else if (kind === 'back') expect(to).toBeLessThan(x);
      else expect(to).toBeLessThan(y);
    }
  });
});
