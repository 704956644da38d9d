import { describe, expect, it } from 'vitest';
import { keyTarget } from './keys.ts';

describe('keyTarget', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowRight', 14, 14],
    ['ArrowUp', 1, 1],
    ['ArrowLeft', 3, 2],
    ['Home', 9, 1],
    ['End', 2, 14],
    ['Tab', 5, null],
  ])('%s at %d leads to %s', (key, at, to) => {
    expect(keyTarget(key, at, 14)).toBe(to);
  });
});
