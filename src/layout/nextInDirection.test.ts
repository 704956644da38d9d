import { describe, expect, it } from 'vitest';
import { isArrowKey, nextInDirection } from './nextInDirection.ts';

// A cross: the middle, then left, right, above and below of it; the last lies far out, to the right and below.
const CROSS = Float32Array.of(50, 50, 20, 52, 80, 48, 50, 10, 51, 90, 300, 140);

describe('nextInDirection', () => {
  it.each([
    ['ArrowLeft', 1],
    ['ArrowRight', 2],
    ['ArrowUp', 3],
    ['ArrowDown', 4],
  ] as const)('goes by %s to the point on that side', (key, to) => {
    expect(nextInDirection(CROSS, 0, key)).toBe(to);
  });

  it('stays where nothing is ahead, and goes only where it may', () => {
    expect(nextInDirection(CROSS, 1, 'ArrowLeft')).toBe(1);
    expect(nextInDirection(CROSS, 0, 'ArrowRight', [0, 5])).toBe(5);
  });

  it('knows the arrow keys', () => {
    expect(['ArrowUp', 'Arrow', 'a'].map(isArrowKey)).toEqual([true, false, false]);
  });
});
