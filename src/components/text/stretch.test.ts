import { expect, it } from 'vitest';
import { moveAlong, stretchBetween } from './stretch.ts';

it('a stretch holds both ends, whichever was first', () => {
  expect(stretchBetween(5, 8, 40)).toEqual({ from: 5, to: 9 });
  expect(stretchBetween(8, 5, 40)).toEqual({ from: 5, to: 9 });
  expect(stretchBetween(5, 5, 40)).toEqual({ from: 5, to: 6 });
});

it('is as long as may be and keeps where it began', () => {
  expect(stretchBetween(100, 300, 40)).toEqual({ from: 100, to: 140 });
  expect(stretchBetween(100, 3, 40)).toEqual({ from: 61, to: 101 });
});

it('keys move along the text and stay in it', () => {
  expect(moveAlong('ArrowRight', 3, 5)).toBe(4);
  expect(moveAlong('ArrowRight', 4, 5)).toBe(4);
  expect(moveAlong('ArrowLeft', 0, 5)).toBe(0);
  expect(moveAlong('End', 0, 5)).toBe(4);
  expect(moveAlong('Home', 4, 5)).toBe(0);
  expect(moveAlong('x', 1, 5)).toBeNull();
  expect(moveAlong('End', 0, 0)).toBeNull();
});
