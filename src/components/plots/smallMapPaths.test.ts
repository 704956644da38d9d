import { describe, expect, it } from 'vitest';
import { fitMap, markPaths } from './smallMapPaths.ts';

const starts = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('a small map', () => {
  it('fills its square, y upwards, with one scale for both axes', () => {
    const positions = Float32Array.of(0, 0, 10, 0, 10, 20, 0, 20);
    const [path = ''] = markPaths(
      { positions, width: 2, classes: new Uint8Array(4), shapes: ['circle'] },
      100,
      10,
    );
    expect(starts(path)).toEqual([
      [30, 90],
      [70, 90],
      [70, 10],
      [30, 10],
    ]);
  });

  it('draws the first two of three columns, each class in a path of its own', () => {
    const positions = Float32Array.of(-1, -1, 500, 1, 1, -500);
    const marked = {
      positions,
      width: 3,
      classes: Uint8Array.of(1, 0),
      shapes: ['circle', 'square'] as const,
    };
    const [dots = '', squares = ''] = markPaths(marked, 100, 10);
    expect(starts(dots)).toEqual([[90, 10]]);
    expect(starts(squares)).toEqual([[10, 90]]);
  });

  it('puts points that coincide, or one alone, in the middle', () => {
    expect(fitMap(new Float32Array(6).fill(3), 2, 100, 10)).toEqual({ scale: 0, x: 3, y: 3 });
    expect(fitMap(new Float32Array(0), 2, 100, 10)).toEqual({ scale: 0, x: 0, y: 0 });
  });
});
