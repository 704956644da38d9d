import { describe, expect, it } from 'vitest';
import { groupPairs, groupSizes } from './group-sizes.ts';
import { CLOUD_DIMENSIONS, SHAPES, type ShapeName, type ShapePoints, shapePoints } from './shapes.ts';

const make = (shape: ShapeName, count = 600, ratio = 5, seed = 1) =>
  shapePoints({ shape, count, ratio, seed });
const sizes = ({ vectors, dimensions, classes }: ShapePoints, groups: number) =>
  groupSizes(vectors, dimensions, classes, groups);

describe('shapePoints', () => {
  it.each(SHAPES)('%s: as many points as asked for, finite, the same from the same seed', (shape) => {
    for (const count of [5, 40]) {
      const points = make(shape, count);
      expect(points.ids).toHaveLength(count);
      expect(points.vectors).toHaveLength(count * points.dimensions);
      expect(points.vectors.every(Number.isFinite)).toBe(true);
      expect(make(shape, count)).toEqual(points);
    }
  });

  it('clouds are as wide and as far apart as the ratio says', () => {
    const root = Math.sqrt(CLOUD_DIMENSIONS);
    const { widths } = sizes(make('widths', 4000, 8), 2);
    expect((widths[0] ?? NaN) / root).toBeCloseTo(1, 1);
    expect((widths[1] ?? NaN) / (widths[0] ?? NaN)).toBeCloseTo(8, 0);
    const { distances } = sizes(make('distances', 4000, 7), 3);
    expect((distances[2] ?? NaN) / (distances[0] ?? NaN)).toBeCloseTo(7, 1);
    expect(sizes(make('nested', 4000), 2).distances[0]).toBeLessThan(1);
  });

  it('rings are linked: each goes through the other once', () => {
    const { vectors, classes } = make('rings', 400);
    const at = (i: number) => [...vectors.subarray(3 * i, 3 * i + 3)];
    const mine = [...classes.keys()].filter((i) => classes[i] === 0).map(at);
    for (const [x = 0, y = 0, z = 1] of mine) {
      expect(Math.hypot(x, y)).toBeCloseTo(1, 5);
      expect(z).toBe(0);
    }
    const other = [...classes.keys()].filter((i) => classes[i] === 1).map(at);
    const crossings = other.filter(([x = 0, , z = 0], i) => {
      const [, , next = 0] = other[(i + 1) % other.length] ?? [];
      return z >= 0 !== next >= 0 && Math.abs(x) < 1;
    });
    expect(crossings).toHaveLength(1);
  });

  it('the trefoil closes, and never touches itself', () => {
    const { vectors } = make('trefoil', 300);
    const away = (i: number, j: number) =>
      Math.hypot(...[0, 1, 2].map((k) => (vectors[3 * i + k] ?? NaN) - (vectors[3 * j + k] ?? NaN)));
    expect(away(299, 0)).toBeLessThan(0.2);
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 300; i += 3) {
      for (let j = i + 30; j < 300; j++) if (i + 300 - j > 30) least = Math.min(least, away(i, j));
    }
    expect(least).toBeGreaterThan(0.5);
  });
});

describe('groupSizes', () => {
  it('measures in the unit of the space, all pairs in order', () => {
    const square = Float32Array.of(0, 0, 2, 0, 10, 10, 10, 10, 1, 5);
    const { widths, distances } = groupSizes(square, 2, [0, 0, 1, 1, 2], 4);
    expect([...widths]).toEqual([1, 0, 0, 0]);
    expect(groupPairs(3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(distances[0]).toBeCloseTo(Math.hypot(9, 10), 6);
    expect(distances[1]).toBeCloseTo(5, 6);
  });
});
