import { expect, it } from 'vitest';
import { keyTarget } from './place-keys.ts';

it.each<[string, number, number | null]>([
  ['ArrowRight', 4, 5],
  ['ArrowRight', 9, 9],
  ['ArrowLeft', 1, 1],
  ['Home', 7, 1],
  ['End', 2, 9],
  ['ArrowUp', 4, null],
  [' ', 4, null],
])('%s at %d of nine leads to %s', (key, at, target) => {
  expect(keyTarget(key, at, 9)).toBe(target);
});
