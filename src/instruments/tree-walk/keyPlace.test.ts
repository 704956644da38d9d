import { expect, it } from 'vitest';
import { keyPlace } from './keyPlace.ts';

it('goes along the path and never off it', () => {
  expect(['ArrowRight', 'ArrowLeft', 'Home', 'End'].map((key) => keyPlace(key, 3, 9))).toEqual([4, 2, 1, 9]);
  expect([keyPlace('ArrowRight', 9, 9), keyPlace('ArrowLeft', 1, 9)]).toEqual([9, 1]);
  expect(keyPlace('Tab', 3, 9)).toBeNull();
});
