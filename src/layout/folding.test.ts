import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLDING, layoutFolding } from './folding.ts';

const options = fc
  .record({ steps: fc.integer({ min: 1, max: 40 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ steps, share }) =>
    fc.record({ steps: fc.constant(steps), share: fc.constant(share), current: fc.nat(steps - 1) }),
  );

describe('layoutFolding', () => {
  it('folded: one copy to be seen, a loop with a delay, no arrows in time', () => {
    const { copies, edges, delay } = layoutFolding({ steps: 5, share: 0, current: 3 });
    expect(copies.filter(({ opacity }) => opacity > 0).map(({ step }) => step)).toEqual([3]);
    expect(new Set(copies.map(({ x }) => x)).size).toBe(1);
    expect(edges.map(({ id }) => id)).toEqual(['input-3', 'head-3', 'loop']);
    expect(delay.opacity).toBe(1);
  });

  it('unrolled: a copy for every step in order, an arrow into each, no loop', () => {
    const { copies, edges, initial } = layoutFolding({ steps: 5, share: 1, current: 3 });
    expect(copies.every(({ opacity }) => opacity === 1)).toBe(true);
    copies.slice(1).forEach(({ x }, i) => {
      expect(x - (copies[i]?.x ?? 0)).toBeCloseTo(FOLDING.pitch);
    });
    const ids = edges.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('time'))).toHaveLength(5);
    expect(ids).not.toContain('loop');
    expect(initial.opacity).toBe(1);
  });

  it('stays inside at every moment, with every weight drawn as often as there are copies', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { width, height, copies, edges } = layoutFolding(given);
        for (const { x } of copies) {
          expect(x - FOLDING.radius).toBeGreaterThanOrEqual(0);
          expect(x + FOLDING.radius).toBeLessThanOrEqual(width);
        }
        expect(FOLDING.token).toBeLessThan(height);
        const seen = copies.filter(({ opacity }) => opacity > 0).length;
        for (const weight of ['input', 'head']) {
          expect(edges.filter((edge) => edge.weight === weight)).toHaveLength(seen);
        }
      }),
    );
  });
});
