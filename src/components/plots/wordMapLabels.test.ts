import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelBox, placeLabels } from './wordMapLabels.ts';

const FRAME = { width: 300, height: 200, fontSize: 12 };
const never = { ...FRAME, always: () => false };

const meet = (a: LabelBox, b: LabelBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < 0.9 * FRAME.fontSize;

describe('placeLabels', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }));

  it('never lets two labels cover one another, or one leave the frame', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 25 }), (places) => {
        const texts = places.map((_, i) => `word${i}`);
        const order = texts.map((_, i) => i);
        const shown = placeLabels(texts, Float64Array.from(places.flat()), order, never).filter(
          (label) => label !== null,
        );
        for (const [i, a] of shown.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(FRAME.width);
          for (const b of shown.slice(i + 1)) expect(meet(a, b)).toBe(false);
        }
      }),
    );
  });

  it('serves those that come first in the order first, and shows what must be shown', () => {
    const points = Float64Array.of(...Array.from({ length: 20 }, () => [150, 100]).flat());
    const texts = Array.from({ length: 20 }, () => 'elephant');
    const order = [7, 0, 1, 2, 3, 4, 5, 6, ...Array.from({ length: 12 }, (_, i) => 8 + i)];
    const labels = placeLabels(texts, points, order, { ...FRAME, always: (i) => i === 19 });
    expect(labels[7]).not.toBeNull();
    expect(labels[19]).not.toBeNull();
    expect(labels.filter((label) => label === null).length).toBeGreaterThan(0);
  });
});
