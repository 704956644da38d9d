import { describe, expect, it } from 'vitest';
import { dotLevels, dotLooks, dotRadius } from './dots.ts';
import type { MapPoints } from './types.ts';

const points = (dimensions: number): MapPoints => ({
  count: 3,
  dimensions,
  positions: new Float32Array(3 * dimensions),
  labels: ['a', 'b', 'c'],
  importance: null,
  classes: null,
});

describe('dots', () => {
  it('are smaller the more there are, larger the closer one looks', () => {
    expect(dotRadius(50_000, 1)).toBeLessThan(dotRadius(500, 1));
    expect(dotRadius(5000, 20)).toBeGreaterThan(dotRadius(5000, 1));
  });

  it('are larger and stronger in front', () => {
    const looks = dotLooks(points(3), 1).slice(1);
    for (const [i, look] of looks.slice(1).entries()) {
      expect(look.radius).toBeGreaterThan(looks[i]?.radius ?? 0);
      expect(look.opacity).toBeGreaterThan(looks[i]?.opacity ?? 0);
    }
  });

  it('have their level: faint ones the lowest, the farthest above it, the nearest on top', () => {
    const faint = Uint8Array.of(1, 0, 0);
    const levels = dotLevels(3, Float32Array.of(1, -1, 1), faint, new Uint8Array(3));
    expect([...(levels ?? [])]).toEqual([0, 1, dotLooks(points(3), 1).length - 1]);
    expect(dotLevels(3, null, null, new Uint8Array(3))).toBeNull();
    expect([...(dotLevels(3, null, faint, new Uint8Array(3)) ?? [])]).toEqual([0, 1, 1]);
  });
});
